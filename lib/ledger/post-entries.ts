import type { LedgerAccount, LedgerKind } from "@/db/schema";
import { ledgerEntries, ledgerTransactions } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

export type Posting = {
  kind: LedgerKind;
  /** What happened, once: a second posting of the same reference is refused by the database. */
  reference: string;
  label: string;
  householdId: string;
  revenueOfficeId: string;
  debit: LedgerAccount;
  credit: LedgerAccount;
  amountCents: number;
};

/** Posts one economic event as two entries that sum to zero (handbook §5.4). Nothing is posted for nothing. */
export async function postEntries(ctx: Context, posting: Posting): Promise<void> {
  authorize(ctx, "ledger:write");
  await postAllEntries(ctx, [posting]);
}

/** Posts many events with two statements, in the order given. */
export async function postAllEntries(ctx: Context, postings: Posting[]): Promise<void> {
  authorize(ctx, "ledger:write");
  const events = postings.filter(({ amountCents }) => amountCents !== 0);
  if (events.length === 0) return;

  const transactions = await ctx.db
    .insert(ledgerTransactions)
    .values(events.map(({ debit: _, credit: __, amountCents: ___, ...event }) => ({ ...event, at: ctx.now })))
    .returning({ id: ledgerTransactions.id, reference: ledgerTransactions.reference });
  const ids = new Map(transactions.map(({ id, reference }) => [reference, id]));
  await ctx.db.insert(ledgerEntries).values(
    events.flatMap(({ reference, householdId, revenueOfficeId, debit, credit, amountCents }) => {
      const transactionId = ids.get(reference);
      if (!transactionId) throw new Error(`no ledger transaction was written for ${reference}`);
      const entry = (account: LedgerAccount, cents: number) => ({
        transactionId,
        account,
        householdId: account === "household" || account === "receivable" ? householdId : null,
        revenueOfficeId,
        amountCents: cents,
      });
      return [entry(debit, amountCents), entry(credit, -amountCents)];
    }),
  );
}
