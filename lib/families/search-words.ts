import { plainText } from "@/lib/core/text";

/** A French number without its country, "0612345678"; another one with it, "+32470123456". */
export const searchablePhone = (phone: string): string =>
  phone
    .replace(/[^\d+]/g, "")
    .replace(/^00/, "+")
    .replace(/^\+330?/, "0");

/** What a number is written with; the last hand-made separator never makes it another number. */
const NUMERIC = /^[+(]?\d[\d.\-/()]*$|^\(\d+\)\d*$/;

const WORDS_MAX = 8;

/** What someone types, as the index holds it: a number in one writing, however it was spaced; names without accents. */
export function searchWords(text: string): string[] {
  const pieces = text.trim().split(/\s+/);
  const number = searchablePhone(pieces.filter((piece) => NUMERIC.test(piece)).join(""));
  const names = plainText(pieces.filter((piece) => !NUMERIC.test(piece)).join(" ")).split(" ");
  return [...new Set([number, ...names])].filter(Boolean).slice(0, WORDS_MAX);
}
