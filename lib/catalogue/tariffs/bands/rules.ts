import { parseAmount } from "@/lib/core/parse-amount";

/** `[min, max[`: a quotient of `max` is in the next band; the last one has no end (handbook §2.3). */
export type Band = { code: string; min: number; max: number | null; cents: number };

/** What is wrong with bands, in one sentence: they begin at 0, follow each other without gap, and the last one is open. */
export function bandProblem(bands: readonly Band[]): string | undefined {
  const codes = new Set<string>();
  for (const [index, { code, min, max }] of bands.entries()) {
    const name = `La tranche ${code || index + 1}`;
    const previous = bands[index - 1];
    const isLast = index === bands.length - 1;
    if (codes.has(code)) return `${name} apparaît deux fois.`;
    codes.add(code);
    if (!previous && min !== 0) return `${name} commence à ${min} : la première commence à 0.`;
    if (previous && previous.max !== min) {
      return `${name} commence à ${min} alors que la précédente finit à ${previous.max ?? "l’infini"} : il ne doit manquer aucun quotient.`;
    }
    if (isLast && max !== null) return `${name} est la dernière : elle n’a pas de fin.`;
    if (!isLast && max === null) return `${name} n’a pas de fin : seule la dernière peut s’en passer.`;
    if (max !== null && max <= min) return `${name} finit à ${max}, avant d’avoir commencé (${min}).`;
  }
  return bands.length === 0 ? "Il faut au moins une tranche." : undefined;
}

/** Bands from where each begins: the end of one is the beginning of the next, so that nothing is missing. */
export function bandsFrom(rows: readonly { min: number; cents: number }[], prefix = "T"): Band[] {
  return rows.map(({ min, cents }, index) => ({
    code: `${prefix}${index + 1}`,
    min,
    max: rows[index + 1]?.min ?? null,
    cents,
  }));
}

export type PastedRow = { min: number; cents: { resident: number; nonResident?: number } };
export type Pasted = { rows: PastedRow[]; problems: string[] };

/**
 * Reads a grid pasted from a table or a deliberation, one band a line: "0 à 399 ; 0,50", "T2 400 639 1,75 6,50",
 * "1900 et plus\t4,90". The first whole number is where the band begins; amounts have a decimal sign or a €, or stand in
 * the last column; a second amount is the price of families from elsewhere. Lines without a price are headings.
 */
export function readPastedBands(pasted: string): Pasted {
  const rows: PastedRow[] = [];
  const problems: string[] = [];
  for (const [index, line] of pasted.split(/\r?\n/).entries()) {
    const read = readLine(line);
    if (read === "heading") continue;
    if (read) rows.push(read);
    else problems.push(`Ligne ${index + 1} : « ${line.trim().slice(0, 40)} » n’a pas été comprise.`);
  }
  const sorted = rows.toSorted((a, b) => a.min - b.min);
  const [first] = sorted;
  if (first && first.min > 0) sorted[0] = { ...first, min: 0 };
  return { rows: sorted, problems };
}

function readLine(line: string): PastedRow | "heading" | undefined {
  const text = line.replace(/[\u00a0\u202f]/g, " ").trim();
  if (!/\d/.test(text)) return "heading";
  const words = text.replace(/\bT(ranche)?\s*\d+\b\s*:?/i, " ").replace(/\b([1-9]\d?) (?=\d{3}\b)/g, "$1");
  const amounts = [...words.matchAll(/\d+[.,]\d{1,2}(?=\s*€|\b)|\d+(?=\s*€)/g)];
  const cents = amounts.map(([amount]) => parseAmount(amount)).filter((amount) => amount !== undefined);
  const whole = [...words.replace(/\d+[.,]\d{1,2}(\s*€)?|\d+\s*€/g, " ").matchAll(/\d+/g)].map(([digits]) =>
    Number(digits),
  );
  const begins = /^\s*(<|moins|jusqu)/i.test(words) ? 0 : whole[0];
  const [resident, nonResident] = cents.length > 0 ? cents : lastAsAmount(whole);
  if (resident === undefined) return /QF|quotient|tranche/i.test(text) ? "heading" : undefined;
  if (begins === undefined) return undefined;
  return { min: begins, cents: { resident, ...(nonResident !== undefined && { nonResident }) } };
}

/** A grid of whole euros: the last of three numbers is the price. */
const lastAsAmount = (whole: number[]): (number | undefined)[] => {
  const last = whole.at(-1);
  return whole.length >= 2 && last !== undefined ? [last * 100] : [];
};
