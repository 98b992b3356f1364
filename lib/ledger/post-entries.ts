import type { LedgerAccount, LedgerKind } from "@/db/schema";
import { ledgerEntries, ledgerTransactions } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

type Posting = {
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
export async function postEntries(ctx: Context, { debit, credit, amountCents, ...event }: Posting): Promise<void> {
  authorize(ctx, "ledger:write");
  if (amountCents === 0) return;

  const [transaction] = await ctx.db
    .insert(ledgerTransactions)
    .values({ ...event, at: ctx.now })
    .returning({ id: ledgerTransactions.id });
  if (!transaction) throw new Error("no ledger transaction was written");

  const entry = (account: LedgerAccount, cents: number) => ({
    transactionId: transaction.id,
    account,
    householdId: account === "household" || account === "receivable" ? event.householdId : null,
    revenueOfficeId: event.revenueOfficeId,
    amountCents: cents,
  });
  await ctx.db.insert(ledgerEntries).values([entry(debit, amountCents), entry(credit, -amountCents)]);
}
