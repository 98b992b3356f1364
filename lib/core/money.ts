const euros = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });

/** "1 234,50 €" from integer cents, with the non-breaking spaces French wants. */
export const formatEuros = (cents: number): string => euros.format(cents / 100);

/** Cents from an amount as people type it: "12,40", "1 234.5", "12 €"; undefined when it is none, or beyond a million. */
export function parseEuros(text: string): number | undefined {
  const match = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f€]/gu, ""));
  if (!match) return undefined;
  const [, euros = "", part = ""] = match;
  return Number(euros) * 100 + Number(part.padEnd(2, "0"));
}
