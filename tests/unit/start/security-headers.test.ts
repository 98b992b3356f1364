import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, originsOf, securityHeaders } from "@/scripts/security-headers";

const paymentOrigins = originsOf(
  "https://www.payfip.gouv.fr/tpa/paiementws.web",
  "https://paiement.systempay.fr/vads-payment/",
);

describe("the policy", () => {
  const directives = (policy: string) => new Map(policy.split("; ").map((one) => [one.split(" ")[0], one] as const));

  test("lets nothing run but scripts that carry the nonce, and what they load", () => {
    const policy = directives(contentSecurityPolicy({ paymentOrigins, dev: false })("abc"));
    expect(policy.get("default-src")).toBe("default-src 'none'");
    expect(policy.get("script-src")).toBe("script-src 'nonce-abc' 'strict-dynamic'");
    for (const name of ["object-src", "base-uri", "frame-ancestors"]) expect(policy.get(name)).toBe(`${name} 'none'`);
  });

  test("names no other host than the banks, where forms may lead", () => {
    const policy = contentSecurityPolicy({ paymentOrigins, dev: false })("abc");
    expect(policy.match(/https?:\/\/[^ ;]+/g)).toEqual(["https://www.payfip.gouv.fr", "https://paiement.systempay.fr"]);
    expect(directives(policy).get("form-action")).toContain("'self'");
  });

  test("allows evaluation and sockets to developers only", () => {
    expect(contentSecurityPolicy({ paymentOrigins, dev: false })("abc")).not.toMatch(/unsafe-eval|ws:/);
    expect(contentSecurityPolicy({ paymentOrigins, dev: true })("abc")).toMatch(
      /'unsafe-eval'.*connect-src 'self' ws:/,
    );
  });
});

test("the simulated banks, which live on our own host, are named once", () => {
  expect(originsOf("http://localhost:3000/simulateurs/a", "http://localhost:3000/simulateurs/b")).toEqual([
    "http://localhost:3000",
  ]);
});

test("promises encrypted connections only where there are some", () => {
  expect(securityHeaders({ https: true })["Strict-Transport-Security"]).toMatch(/^max-age=63072000/);
  expect(securityHeaders({ https: false })).not.toHaveProperty("Strict-Transport-Security");
});
