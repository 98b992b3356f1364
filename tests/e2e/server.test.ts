import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser";
import { type Portal, startPortal } from "../support/portal";

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal?.stop());

const nonceOf = (response: Response) => response.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1];

test("every answer has a nonce of its own, which all scripts of the page carry", async () => {
  const [first, second] = [await fetch(portal.url), await fetch(portal.url)];
  expect(nonceOf(first)).not.toBe(nonceOf(second));

  const scripts = (await first.text()).match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(first)}"`);
  expect(first.headers.get("x-powered-by")).toBeNull();
});

test("the server refuses other sites and oversized bodies before any page sees them", async () => {
  const post = (headers: Record<string, string>, body = "a=1") =>
    fetch(`${portal.url}/connexion`, { method: "POST", headers, body });
  const refused = await post({ origin: "https://ailleurs.exemple" });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain("autre site");
  expect((await post({}, "x".repeat(13 * 1024 * 1024)).catch(() => ({ status: 413 }))).status).toBe(413);
});

test("the browser finds nothing to complain about, on a page that exists or not", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ locale: "fr-FR" });
    const complaints: string[] = [];
    page.on("console", (message) => {
      const missingPage = message.text().includes("404");
      if (message.type() === "error" && !missingPage) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    for (const path of ["/", "/connexion", "/nulle-part"])
      await page.goto(portal.url + path, { waitUntil: "networkidle" });
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});

test("a server that was killed comes back on the same data", async () => {
  await portal.kill9Server();
  await expect(fetch(portal.url)).rejects.toThrow();
  await portal.restartServer();
  expect((await fetch(portal.url)).status).toBe(200);
});
