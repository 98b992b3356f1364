"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Card } from "@/components/ui/card";

const EVERY_MS = 1000;

type Props = { title: string; processed: number; total: number };

/** How far the work in the background is; one may leave and come back. Without script the page reloads itself. */
export function ImportProgress({ title, processed, total }: Props) {
  const router = useRouter();
  const percent = total > 0 ? Math.min(100, Math.floor((100 * processed) / total)) : 0;

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <Card className="grid gap-3 p-4 sm:p-6">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <h2 id="avancement">{title}</h2>
      <progress
        aria-labelledby="avancement"
        value={percent}
        max={100}
        className="h-3 w-full overflow-hidden rounded-full accent-primary"
      />
      <p role="status" className="text-sm text-ink-2">
        {percent} %. Vous pouvez quitter cette page : le travail continue.
      </p>
    </Card>
  );
}
