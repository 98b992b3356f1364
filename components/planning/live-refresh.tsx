"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";

/** What a family books is on the agents' screens before they look up. */
const ASK_MS = 2_000;

/** Draws the page again when something has changed on its days; asks nothing while nobody looks. Key it by its days. */
export function LiveRefresh({ from, to }: { from: string; to: string }) {
  const router = useRouter();
  const seen = useRef<string>(undefined);

  const ask = useEffectEvent(async () => {
    if (document.hidden || !navigator.onLine) return;
    const answer = await fetch(`/admin/planning/etat?${new URLSearchParams({ du: from, au: to })}`).catch(
      () => undefined,
    );
    if (!answer?.ok) return;
    const stamp = await answer.text();
    if (seen.current !== undefined && seen.current !== stamp) router.refresh();
    seen.current = stamp;
  });
  useEffect(() => {
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => clearInterval(timer);
  }, []);

  return null;
}
