import { and, desc, eq, sql } from "drizzle-orm";
import { ledgerEntries, ledgerTransactions, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

/** The money of a household, not its debts: minus the sum of its `household` entries, positive is a credit. */
const isMoney = eq(ledgerEntries.account, "household");
const balance = sql<number>`coalesce(-sum(${ledgerEntries.amountCents}), 0)::int`;

/** The one function behind every "Solde du compte": in cents, positive when the family has credit at this régie. */
export async function getBalance(
  ctx: Context,
  account: { householdId: string; revenueOfficeId: string },
): Promise<number> {
  authorize(ctx, "ledger:read", account);

  const [row] = await ctx.db
    .select({ balance })
    .from(ledgerEntries)
    .where(
      and(
        isMoney,
        eq(ledgerEntries.householdId, account.householdId),
        eq(ledgerEntries.revenueOfficeId, account.revenueOfficeId),
      ),
    );
  return row?.balance ?? 0;
}

/** The balance at each régie where the household has ever had a movement. */
export async function listBalances(ctx: Context, householdId: string) {
  authorize(ctx, "ledger:read", { householdId });

  return ctx.db
    .select({ revenueOfficeId: revenueOffices.id, name: revenueOffices.name, balanceCents: balance })
    .from(ledgerEntries)
    .innerJoin(revenueOffices, eq(revenueOffices.id, ledgerEntries.revenueOfficeId))
    .where(and(isMoney, eq(ledgerEntries.householdId, householdId)))
    .groupBy(revenueOffices.id)
    .orderBy(revenueOffices.name);
}

/** Movements shown per account: two school years of weekly bookings. */
const MOVEMENTS = 200;

/** The accounts of a household, one per régie: the balance, and the movements it comes from, newest first. */
export async function listAccounts(ctx: Context, householdId: string) {
  authorize(ctx, "ledger:read", { householdId });

  const accounts = await listBalances(ctx, householdId);
  const movements = await ctx.db
    .select({
      id: ledgerTransactions.id,
      revenueOfficeId: ledgerTransactions.revenueOfficeId,
      at: ledgerTransactions.at,
      label: ledgerTransactions.label,
      amountCents: sql<number>`-${ledgerEntries.amountCents}`,
      balanceCents: sql<number>`(-sum(${ledgerEntries.amountCents}) over (
        partition by ${ledgerEntries.revenueOfficeId} order by ${ledgerEntries.id}
      ))::int`,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
    .where(and(isMoney, eq(ledgerEntries.householdId, householdId)))
    .orderBy(desc(ledgerEntries.id))
    .limit(MOVEMENTS);
  return accounts.map((account) => ({
    ...account,
    movements: movements
      .filter(({ revenueOfficeId }) => revenueOfficeId === account.revenueOfficeId)
      .map(({ id, at, label, amountCents, balanceCents }) => ({
        id,
        on: dateOf(at),
        label,
        amountCents,
        balanceCents,
      })),
  }));
}
