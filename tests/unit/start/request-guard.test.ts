import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { cutBeyondLimit, refuse } from "@/scripts/request-guard";

const appUrl = "https://famille.exemple.fr";
const host = "famille.exemple.fr";
const status = (method: string, url: string, headers: Record<string, string>) =>
  refuse({ method, url, headers: { host, ...headers } }, appUrl)?.status;

const elsewhere = { "sec-fetch-site": "cross-site", origin: "https://ailleurs.exemple" };

test.each([
  ["our own page", { "sec-fetch-site": "same-origin", origin: appUrl }],
  ["our own form, whose origin no-referrer hides", { "sec-fetch-site": "same-origin", origin: "null" }],
  ["the address bar", { "sec-fetch-site": "none" }],
  ["an old browser on our page", { origin: appUrl }],
  ["another address of this machine", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }],
  ["a program that is no browser", {}],
])("accepts a change from %s", (_, headers) => {
  expect(status("POST", "/reservations", headers)).toBeUndefined();
});

test.each([
  ["another site", elsewhere],
  ["a neighbour host", { "sec-fetch-site": "same-site", origin: "https://autre.exemple.fr" }],
  ["another site, by an old browser", { origin: "https://ailleurs.exemple" }],
  ["a hidden origin, by an old browser", { origin: "null" }],
])("refuses a change from %s, whatever the method", (_, headers) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(status(method, "/reservations", headers)).toBe(403);
});

test("lets other sites link to us", () => {
  for (const method of ["GET", "HEAD"]) expect(status(method, "/reservations", elsewhere)).toBeUndefined();
});

test.each([
  "/api/paiements/payfip/notification",
  "/simulateurs/systempay/vads-payment",
  "/paiement/retour?vads_order_id=1",
])("lets the banks and their payers post to %s", (url) => expect(status("POST", url, elsewhere)).toBeUndefined());

test.each(["/api/paiements", "/reservations?next=/api/paiements/", "//api/paiements/", "/x/../simulateurs/"])(
  "is not fooled by %s",
  (url) => expect(status("POST", url, elsewhere)).toBe(403),
);

test("refuses what is too large, or does not say how large it is", () => {
  expect(status("POST", "/documents", { "content-length": String(12 * 1024 * 1024) })).toBeUndefined();
  expect(status("POST", "/documents", { "content-length": String(12 * 1024 * 1024 + 1) })).toBe(413);
  expect(status("POST", "/documents", { "transfer-encoding": "chunked" })).toBe(411);
  expect(status("POST", "/panier", { "transfer-encoding": "chunked", "next-action": "7f" })).toBeUndefined();
  expect(status("POST", "/api/paiements/payfip/notification", { "transfer-encoding": "chunked" })).toBeUndefined();
});

test("refuses an address that no column could hold", () => {
  expect(status("GET", "/admin/familles?q=%00", {})).toBe(400);
  expect(status("GET", "/admin/familles?q=%2500", {})).toBeUndefined();
});

test("what does not say how large it is is cut off where it becomes too large", async () => {
  const server = createServer(async (request, response) => {
    cutBeyondLimit(request);
    const body = await buffer(request).catch(() => undefined);
    if (body) response.end(String(body.length));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  /** How many bytes were taken, or the error of a connection that was cut. */
  const send = (megabytes: number) =>
    new Promise((resolve) => {
      const sent = request({ port, method: "POST", headers: { "transfer-encoding": "chunked" } }, async (answer) =>
        resolve(String(await buffer(answer))),
      );
      sent.on("error", (error) => resolve("code" in error && error.code));
      for (let part = 0; part < megabytes; part += 1) sent.write(Buffer.alloc(1024 * 1024));
      sent.end();
    });
  expect(await send(12)).toBe(String(12 * 1024 * 1024));
  expect(await send(14)).toMatch(/ECONNRESET|EPIPE/);
  server.close();
});
