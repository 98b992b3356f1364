/** What of a payment stays on the account: its places were gone, and nothing else has used that money since. */
export const keptAsCredit = (
  amountCents: number,
  { missedCents, leftCents }: { missedCents: number; leftCents: number },
): number => Math.max(0, Math.min(amountCents, missedCents, leftCents));

/**
 * Whether someone must be told that a payment did not do all that it was for: places that are gone, or an invoice paid
 * twice. An invoice that is merely not paid in full keeps its rest to pay.
 */
export const isMissed = (
  { amountCents }: { amountCents: number },
  settled: { missedCents: number; leftCents: number; invoices?: unknown[] },
): boolean => (settled.invoices ? keptAsCredit(amountCents, settled) > 0 : settled.missedCents > 0);
