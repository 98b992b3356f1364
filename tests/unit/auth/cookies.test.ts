import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllEnvs());

/** The settings are read once per process, so each address has modules of its own. */
async function sessionCookieAt(address: string) {
  vi.stubEnv("APP_URL", address);
  const { sessionCookie } = await import("@/lib/auth/cookies");
  return sessionCookie();
}

test("over https the browser refuses the cookie to any other host, and without encryption", async () => {
  expect(await sessionCookieAt("https://famille.exemple.fr")).toEqual({
    name: "__Host-portail-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

test("over http, on one's own machine, the cookie has no prefix", async () => {
  expect(await sessionCookieAt("http://localhost:3000")).toMatchObject({
    name: "portail-session",
    options: { secure: false },
  });
});
