import { clampChroma, converter, formatHex, type Oklch, parse, wcagContrast } from "culori";

/** What text must have against its ground (WCAG 2.1, 1.4.3). */
const ENOUGH = 4.5;

/** The grounds of globals.css on which the colour of the organisation is written. */
const grounds = { light: ["#ffffff", "#f5f6fb", "#eceff7"], dark: ["#171c30", "#0f1322", "#1e2540"] } as const;
const NIGHT = "#0f1322";

export type Shades = Record<"primary" | "primary-strong" | "primary-soft" | "on-primary" | "band" | "band-2", string>;
export type Palette = { light: Shades; dark: Shades };

const oklch = converter("oklch");

export const isColor = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

/** Whether a colour can be read as text on every light ground of the portal, and white on it. */
export const isReadable = (color: string): boolean => contrastOf(color) >= ENOUGH;

/** Its weakest contrast with those grounds, to be told in words. */
export const contrastOf = (color: string): number => weakest(color, grounds.light);

/** The same colour, only as much darker as it takes to be read. */
export function nearestReadable(color: string): string {
  const { l, c, h } = coordinates(color);
  return until(isReadable, (lightness) => shade(lightness, c, h), l, -0.004);
}

/** Every shade that the screens need, from one colour that can be read: in light as it is, in dark a paler one. */
export function paletteOf(color: string): Palette {
  const { l, c, h } = coordinates(color);
  const soft = shade(0.945, Math.min(c, 0.028), h);
  const nightSoft = shade(0.31, Math.min(c, 0.07), h);
  const night = (lightness: number) => shade(lightness, Math.min(c, 0.13), h);
  return {
    light: {
      primary: color,
      "primary-strong": until(onAll([...grounds.light, soft]), (value) => shade(value, c, h), l - 0.08, -0.01),
      "primary-soft": soft,
      "on-primary": "#ffffff",
      band: until(underWhite, (value) => shade(value, c, h), Math.min(l - 0.08, 0.4), -0.01),
      "band-2": until(underWhite, (value) => shade(value, c, h), Math.min(l + 0.06, 0.56), -0.01),
    },
    dark: {
      primary: until(onAll([...grounds.dark, NIGHT]), night, 0.74, 0.01),
      "primary-strong": until(onAll([...grounds.dark, nightSoft]), night, 0.82, 0.01),
      "primary-soft": nightSoft,
      "on-primary": NIGHT,
      band: until(underWhite, (value) => shade(value, Math.min(c, 0.11), h), 0.31, -0.01),
      "band-2": until(underWhite, (value) => shade(value, Math.min(c, 0.14), h), 0.41, -0.01),
    },
  };
}

/** The palette as style rules that win over those of globals.css, wherever they stand. */
export function paletteCss(color: string): string {
  const { light, dark } = paletteOf(color);
  return `html:root{${declarations(light)}}@media screen and (prefers-color-scheme:dark){html:root{${declarations(dark)}}}`;
}

const declarations = (shades: Shades): string =>
  Object.entries(shades)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");

function coordinates(color: string): Required<Pick<Oklch, "l" | "c" | "h">> {
  const { l = 0, c = 0, h = 0 } = oklch(parse(color)) ?? {};
  return { l, c, h };
}

const shade = (l: number, c: number, h: number): string => {
  const lightness = Math.min(Math.max(l, 0), 1);
  return formatHex(clampChroma({ mode: "oklch", l: lightness, c, h }, "oklch"));
};

/** The first shade that passes on the way from a lightness to black or to white, which always does. */
function until(passes: (color: string) => boolean, draw: (l: number) => string, from: number, step: number): string {
  for (let l = from; l > 0 && l < 1; l += step) {
    const color = draw(l);
    if (passes(color)) return color;
  }
  return step < 0 ? "#000000" : "#ffffff";
}

const weakest = (color: string, under: readonly string[]): number =>
  Math.min(...under.map((ground) => wcagContrast(color, ground)));

const onAll = (under: readonly string[]) => (color: string) => weakest(color, under) >= ENOUGH;

/** White is read on the band, also where a child's name lies on it in a paler pill (white at 15 %). */
const underWhite = (color: string): boolean => wcagContrast("#ffffff", paler(color)) >= ENOUGH;

function paler(color: string): string {
  const channels = color.match(/[0-9a-f]{2}/g) ?? [];
  const mixed = channels.map((channel) => Math.round(Number.parseInt(channel, 16) * 0.85 + 255 * 0.15));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
