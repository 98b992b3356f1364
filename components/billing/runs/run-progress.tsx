"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 1500;

/** How far the background is; asks the server again and again, and reloads itself where there is no script. */
export function RunProgress({ done, total }: { done: number; total: number }) {
  const router = useRouter();

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <div className="grid gap-2">
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
      <label htmlFor="avancement" className="font-semibold">
        {done} sur {total} familles traitées
      </label>
      <progress id="avancement" value={done} max={total} className="h-3 w-full accent-primary">
        {done} sur {total}
      </progress>
      <p className="text-sm text-ink-2">
        Vous pouvez quitter cette page : l’émission continue, et reprend d’elle-même après un arrêt du serveur.
      </p>
    </div>
  );
}
