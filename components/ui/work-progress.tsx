"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useId } from "react";

const EVERY_MS = 1500;

/** `label`: what is counted ("familles traitées"). The note says that one may leave. */
type Props = { done: number; total: number; label: string; children: ReactNode };

/** How far the background is; asks the server again and again, and reloads itself where there is no script. */
export function WorkProgress({ done, total, label, children }: Props) {
  const router = useRouter();
  const id = useId();

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <div className="grid gap-2">
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
      <label htmlFor={id} className="font-semibold">
        {done} sur {total} {label}
      </label>
      <progress id={id} value={done} max={total} className="h-3 w-full accent-primary">
        {done} sur {total}
      </progress>
      <p className="text-sm text-ink-2">{children}</p>
    </div>
  );
}
