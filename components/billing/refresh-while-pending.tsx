"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Spinner } from "@/components/ui/spinner";

const FIRST_WAIT = 3000;
const LONGEST_WAIT = 30_000;

/** Asks the server again, less and less often; without JavaScript the page reloads itself. */
export function RefreshWhilePending() {
  const router = useRouter();

  useEffect(() => {
    let wait = FIRST_WAIT;
    let timer = setTimeout(ask, wait);
    function ask() {
      if (document.visibilityState === "visible") router.refresh();
      wait = Math.min(wait * 1.5, LONGEST_WAIT);
      timer = setTimeout(ask, wait);
    }
    return () => clearTimeout(timer);
  }, [router]);

  return (
    <p className="mt-4 flex items-center gap-3 text-sm text-ink-2">
      <noscript>
        <meta httpEquiv="refresh" content="10" />
      </noscript>
      <Spinner />
      Cette page se met à jour d’elle-même.
    </p>
  );
}
