import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/auth/password";

test("hashes with argon2id, 19 MiB, two passes, a new salt each time", async () => {
  const [first, second] = await Promise.all([
    hashPassword("Portail-Famille-2026"),
    hashPassword("Portail-Famille-2026"),
  ]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
});

test("knows the right password from a wrong one, however its accents are typed", async () => {
  const hash = await hashPassword("Éte\u0301 à Roncq 2026");
  expect(await verifyPassword(hash, "E\u0301té à Roncq 2026")).toBe(true);
  expect(await verifyPassword(hash, "Ete à Roncq 2026")).toBe(false);
});

test("refuses every password where there is none", async () => {
  expect(await verifyPassword(undefined, "Portail-Famille-2026")).toBe(false);
  expect(await verifyPassword(null, "")).toBe(false);
});
