import { wcagContrast } from "culori";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  contrastOf,
  isColor,
  isReadable,
  nearestReadable,
  paletteCss,
  paletteOf,
  type Shades,
} from "@/lib/core/palette";

const colors = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("a pale colour is refused, and the nearest one proposed is not", () => {
  expect(isReadable("#ffd500")).toBe(false);
  expect(isReadable("#2c3fb8")).toBe(true);
  expect(isReadable(nearestReadable("#ffd500"))).toBe(true);
  expect(nearestReadable("#2c3fb8")).toBe("#2c3fb8");
  expect(contrastOf("#ffffff")).toBeLessThan(1.3);
  expect([isColor("#2c3fb8"), isColor("2c3fb8"), isColor("#2c3"), isColor("red;}")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("whatever colour is chosen, every text drawn with it can be read", () => {
  fc.assert(
    fc.property(colors, (chosen) => {
      const { light, dark } = paletteOf(nearestReadable(chosen));
      for (const [shades, grounds] of [
        [light, ["#ffffff", "#f5f6fb", "#eceff7"]],
        [dark, ["#171c30", "#0f1322", "#1e2540"]],
      ] as const) {
        for (const [text, ground] of pairs(shades, grounds)) {
          expect(wcagContrast(text, ground), `${chosen}: ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }),
    { numRuns: 150 },
  );
});

const pairs = (shades: Shades, grounds: readonly string[]): [string, string][] => [
  ...grounds.flatMap((ground): [string, string][] => [
    [shades.primary, ground],
    [shades["primary-strong"], ground],
  ]),
  [shades["primary-strong"], shades["primary-soft"]],
  [shades["on-primary"], shades.primary],
  ["#ffffff", shades.band],
  ["#ffffff", shades["band-2"]],
];

test("becomes style rules for both themes, and nothing else", () => {
  expect(paletteCss("#2c3fb8")).toMatch(
    /^html:root\{(--[a-z0-9-]+:#[0-9a-f]{6};?)+\}@media screen and \(prefers-color-scheme:dark\)\{html:root\{(--[a-z0-9-]+:#[0-9a-f]{6};?)+\}\}$/,
  );
});
