import fc from "fast-check";
import { expect, test } from "vitest";
import { formatEuros, parseEuros } from "@/lib/core/money";

test.for([
  ["12,40", 1240],
  ["12.4", 1240],
  ["1 234,50 €", 123_450],
  ["0,01", 1],
  ["7", 700],
  [" 0 ", 0],
] as const)("%s is %i cents", ([text, cents]) => expect(parseEuros(text)).toBe(cents));

test.for(["", "-1", "+1", "12,345", "1,2,3", "1e3", "0x10", "douze", ",5", "12 345 678", "NaN"])(
  "%s is no amount",
  (text) => expect(parseEuros(text)).toBeUndefined(),
);

test("whatever is shown is read back to the cent", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => parseEuros(formatEuros(cents)) === cents));
});
