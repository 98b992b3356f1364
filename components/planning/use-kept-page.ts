import { useEffect } from "react";

/** As in public/pointage-hors-ligne.js. */
const CACHE = "pointage";

/** Keeps this page on the tablet, where the browser can, so that it opens again without a network. */
export function useKeptPage(): void {
  useEffect(() => {
    keepPage().catch(() => {}); // a browser that keeps nothing still points, as long as the page stays open
  }, []);
}

async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/pointage-hors-ligne.js", { scope: "/admin/pointage" });
  const page = await fetch(location.href);
  if (!page.ok || page.redirected) return;
  const cache = await caches.open(CACHE);
  await cache.put(location.href, page);
}
