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
  if (request.mode === "navigate" && new URL(request.url).pathname === "/admin/pointage") {
    event.respondWith(openSheet(request));
  }
});

/** From the portal whenever it answers; a sheet of yesterday is never shown. */
async function openSheet(request) {
  try {
    const answer = await fetch(request);
    // Led elsewhere: nobody is signed in any more, and what was kept is nobody's.
    if (answer.type === "opaqueredirect") await caches.delete(CACHE);
    return answer;
  } catch (error) {
    const kept = await caches.match(request, { cacheName: CACHE, ignoreVary: true });
    if (!kept || Date.now() - Date.parse(kept.headers.get("date")) > ONE_DAY_MS) throw error;
    return kept;
  }
}
