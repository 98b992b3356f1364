/** What of a payment stays on the account: its places were gone, and nothing else has used that money since. */
export const keptAsCredit = (
  amountCents: number,
  { missedCents, leftCents }: { missedCents: number; leftCents: number },
): number => Math.max(0, Math.min(amountCents, missedCents, leftCents));
