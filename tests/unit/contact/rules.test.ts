import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, piecesOf } from "@/lib/contact/rules";

test.each([
  ["Voir https://ville.fr/menu.", ["https://ville.fr/menu"]],
  ["(http://a.fr/x?y=1), puis HTTPS://B.fr !", ["http://a.fr/x?y=1", "HTTPS://B.fr"]],
  ["javascript:alert(1) data:text/html,x ftp://a.fr www.ville.fr", []],
  ['<a href="https://a.fr">x</a>', ["https://a.fr"]],
  ["https://", []],
])("finds the addresses of %j", (text, expected) => {
  expect(piecesOf(text).flatMap(({ href }) => href ?? [])).toEqual(expected);
});

test("loses no character and follows nothing but pages of the web", () => {
  const part = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom("\n", " ", "javascript:", "https://"));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join("");
      const pieces = piecesOf(text);
      expect(pieces.map(({ text }) => text).join("")).toBe(text);
      for (const { href } of pieces) if (href) expect(new URL(href).protocol).toMatch(/^https?:$/);
    }),
  );
});

test("an excerpt is one line", () => {
  expect(excerptOf("Bonjour,\n\nmerci")).toBe("Bonjour, merci");
  expect(excerptOf("a".repeat(500))).toHaveLength(140);
});
