import { expect, test, vi } from "vitest";
import { contentSecurityPolicy, originsOf, securityHeaders } from "@/scripts/security-headers";
import { observatoryScore } from "../../support/observatory";

vi.stubEnv("APP_URL", "https://portail.exemple.fr");
const { deviceCookie, sessionCookie, signUpCookie } = await import("@/lib/auth/cookies");

const cookies = [sessionCookie(), deviceCookie(), signUpCookie()].map(({ name, options }) => ({ name, ...options }));
const paymentOrigins = originsOf("https://www.payfip.gouv.fr/tpa/paiementws.web");
const headers: Record<string, string> = {
  ...securityHeaders({ https: true }),
  "Content-Security-Policy": contentSecurityPolicy({ paymentOrigins, dev: false })("abc"),
};
const ours = { headers, cookies, scripts: ["/_next/static/chunks/main.js"] };
const without = (name: string) => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

test("the portal loses no point of MDN HTTP Observatory, and is A+", () => {
  const { score, told } = observatoryScore(ours);
  expect(Object.values(told).filter((points) => points < 0)).toEqual([]);
  expect(score).toBeGreaterThanOrEqual(100);
  expect(cookies.every(({ name }) => name.startsWith("__Host-"))).toBe(true);
});

test("each thing that is missing costs points", () => {
  const best = observatoryScore(ours).score;
  for (const name of [
    "Content-Security-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Cross-Origin-Resource-Policy",
  ]) {
    expect(observatoryScore({ ...ours, headers: without(name) }).score, name).toBeLessThan(best);
  }
  const evaluated = contentSecurityPolicy({ paymentOrigins, dev: true })("abc");
  const worse = [
    { ...ours, headers: { ...headers, "Content-Security-Policy": evaluated } },
    { ...ours, cookies: [{ name: "session", secure: false, httpOnly: true, sameSite: "lax" }] },
    { ...ours, scripts: ["https://ailleurs.exemple/mesure.js"] },
  ];
  for (const answer of worse) expect(observatoryScore(answer).score).toBeLessThan(best);
});
