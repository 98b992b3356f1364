/** What the payer's page may end with, and the service's word for it; closing the window leaves none. */
export const choices = {
  card: "P",
  card_refused: "R",
  debit: "V",
  debit_refused: "Z",
  cancel: "A",
  close: null,
} as const;
export type Choice = keyof typeof choices;

/** Six characters from a card's network, sixteen for a direct debit, none when it is refused. */
export function numautoOf(choice: Choice, seed: string): string | null {
  const digits = seed.replace(/\D/g, "").padEnd(14, "0");
  if (choice === "card") return seed.replaceAll("-", "").slice(0, 6).toUpperCase();
  return choice === "debit" ? `OP${digits.slice(0, 14)}` : null;
}
