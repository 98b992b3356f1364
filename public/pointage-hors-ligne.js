/*
 * The roll calls that this tablet has opened today, kept so that they open again without a network. What was touched
 * meanwhile waits in the page itself.
 */
const CACHE = "pointage";
const ONE_DAY_MS = 24 * 60 * 60 * 1000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === "navigate" && pathname === "/admin/pointage") event.respondWith(openSheet(request));
  if (pathname.startsWith("/_next/static/")) event.respondWith(fetch(request).catch(() => keptOf(request)));
});

const keptOf = async (request) =>
  (await caches.match(request, { cacheName: CACHE, ignoreVary: true })) ?? Response.error();

/** From the portal whenever it answers; a sheet of yesterday is never shown. */
async function openSheet(request) {
  try {
    const answer = await fetch(request);
    // Led elsewhere: nobody is signed in any more, and what was kept is nobody's.
    if (answer.type === "opaqueredirect") await caches.delete(CACHE);
    return answer;
  } catch {
    const kept = await keptOf(request);
    return Date.now() - Date.parse(kept.headers.get("date")) < ONE_DAY_MS ? kept : Response.error();
  }
}
