import { expect, test } from "vitest";
import { hashToken, looksLikeToken, newToken } from "@/lib/auth/token";

test("a token holds 256 bits and is never the same", () => {
  const tokens = new Set(Array.from({ length: 1000 }, newToken));
  expect(tokens.size).toBe(1000);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
});

test("its hash is not the token, and is always the same", () => {
  const token = newToken();
  expect(hashToken(token)).not.toBe(token);
  expect(hashToken(token)).toBe(hashToken(token));
});

test.each([undefined, "", "abc", "a".repeat(44), `${"a".repeat(42)}'`, `${"a".repeat(43)}\n`])(
  "%j is no token",
  (value) => {
    expect(looksLikeToken(value)).toBe(false);
  },
);
