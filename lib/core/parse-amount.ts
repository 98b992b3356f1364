const AMOUNT = /^(\d{1,6})(?:[.,](\d{1,2}))?$/;

/** "12,40", "12.4" or "12 €" as people type it, in cents; undefined for anything else. */
export function parseAmount(typed: string): number | undefined {
  const [, euros, decimals = ""] = AMOUNT.exec(typed.replace(/[\s\u00a0\u202f€]/g, "")) ?? [];
  return euros === undefined ? undefined : Number(euros) * 100 + Number(decimals.padEnd(2, "0"));
}

/** "12,40" from cents, for a field. */
export const amountTyped = (cents: number): string => (cents / 100).toFixed(2).replace(".", ",");
