import { randomUUID } from "node:crypto";
import { asc, inArray } from "drizzle-orm";
import { invoiceAllocations, invoices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { postAllEntries } from "@/lib/ledger/post-entries";
import { getBalance } from "@/lib/ledger/queries";
import { remainingDue } from "./remaining-due";

/** Where the money comes from, in the order in which it is used; without a payment it is the credit of the account. */
export type FundSource = { paymentId: string | null; cents: number };
type Funds = {
  householdId: string;
  revenueOfficeId: string;
  /** What each may receive at most; the first served first. */
  invoices: { invoiceId: string; cents: number }[];
  sources: FundSource[];
};

export type PaidInvoice = { invoiceId: string; number: string; issuedOn: string; cents: number };

/**
 * Moves money of the account to invoices: never more than is due, than was asked, than the sources give, nor than the
 * account holds (debit household, credit receivable; handbook §5.4). In the caller's transaction, which has locked the
 * household. What one payment brings is on the account before. Gives what each invoice received.
 */
export async function allocateFunds(
  ctx: Context,
  { householdId, revenueOfficeId, invoices: asked, sources }: Funds,
): Promise<PaidInvoice[]> {
  authorize(ctx, "payments:settle");
  if (asked.length === 0) return [];

  const rows = await ctx.db
    .select({
      id: invoices.id,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      householdId: invoices.householdId,
      revenueOfficeId: invoices.revenueOfficeId,
      dueCents: remainingDue,
    })
    .from(invoices)
    .where(
      inArray(
        invoices.id,
        asked.map(({ invoiceId }) => invoiceId),
      ),
    )
    .orderBy(asc(invoices.id));
  const funds = sources.map((source) => ({ ...source }));
  let balance = await getBalance(ctx, { householdId, revenueOfficeId });
  const moves: { row: (typeof rows)[number]; paymentId: string | null; cents: number }[] = [];
  for (const { invoiceId, cents } of asked) {
    const row = rows.find(({ id }) => id === invoiceId);
    if (row?.householdId !== householdId || row.revenueOfficeId !== revenueOfficeId) continue;
    let open = Math.min(cents, row.dueCents);
    for (const fund of funds) {
      const moved = Math.min(open, fund.cents, balance);
      if (moved <= 0) continue;
      moves.push({ row, paymentId: fund.paymentId, cents: moved });
      fund.cents -= moved;
      balance -= moved;
      open -= moved;
    }
  }
  await write(ctx, moves);
  return asked.flatMap(({ invoiceId }) => {
    const received = moves.filter(({ row }) => row.id === invoiceId);
    const [first] = received;
    if (!first) return [];
    const { number, issuedOn } = first.row;
    return [{ invoiceId, number, issuedOn, cents: received.reduce((sum, { cents }) => sum + cents, 0) }];
  });
}

type Move = {
  row: { id: string; number: string; householdId: string; revenueOfficeId: string };
  paymentId: string | null;
  cents: number;
};

async function write(ctx: Context, moves: Move[]): Promise<void> {
  if (moves.length === 0) return;
  const allocations = moves.map((move) => ({ ...move, id: randomUUID() }));
  await postAllEntries(
    ctx,
    allocations.map(({ id, row, cents }) => ({
      kind: "allocation",
      reference: `allocation:${id}`,
      label: `Facture ${row.number}`,
      householdId: row.householdId,
      revenueOfficeId: row.revenueOfficeId,
      debit: "household",
      credit: "receivable",
      amountCents: cents,
    })),
  );
  await ctx.db.insert(invoiceAllocations).values(
    allocations.map(({ id, row, paymentId, cents }) => ({
      id,
      invoiceId: row.id,
      amountCents: cents,
      at: ctx.now,
      paymentId,
      ledgerReference: `allocation:${id}`,
    })),
  );
}
