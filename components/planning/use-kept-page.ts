import { useEffect } from "react";

/** As in public/pointage-hors-ligne.js. */
const CACHE = "pointage";
const ONE_DAY_MS = 24 * 60 * 60 * 1000;

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
  await forgetOld(cache);
  await cache.put(location.href, page.clone());
  // What the page is made of: the browser has just loaded it, and takes it from its own memory.
  const parts = new Set((await page.text()).match(/\/_next\/static\/[^"'\\\s]+?\.(?:js|css|woff2)/g));
  await cache.addAll([...parts]);
}

/** Names of children do not stay on a tablet. */
async function forgetOld(cache: Cache): Promise<void> {
  for (const request of await cache.keys()) {
    const kept = await cache.match(request, { ignoreVary: true });
    const age = Date.now() - Date.parse(kept?.headers.get("date") ?? "");
    if (!(age < ONE_DAY_MS)) await cache.delete(request, { ignoreVary: true });
  }
}
