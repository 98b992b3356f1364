import { and, asc, eq, sql } from "drizzle-orm";
import { households, invoices, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { listBalances } from "@/lib/ledger/queries";
import { remainingDue } from "../invoices/remaining-due";
import type { DueInvoice } from "./rules";

/**
 * The childcare of an invoice that titles may still pay: its care lines, not credited since, less the part of each that
 * is no care, less what titles have paid of it already (handbook §5.11).
 */
const careCents = sql<number>`(greatest(0, coalesce((
    select sum(greatest(0, line.cents - slots.non_care_cents))
    from invoice_lines line
    join reservations on reservations.id = line.reservation_id
    join slot_occurrences on slot_occurrences.id = reservations.occurrence_id
    join slots on slots.id = slot_occurrences.slot_id
    join activities on activities.id = slots.activity_id
    where line.invoice_id = invoices.id and line.part = 'place' and activities.is_childcare and activities.kind <> 'lunch'
      and not exists (select from invoice_lines credit where credit.credits_line_id = line.id)
  ), 0) - coalesce((
    select sum(paid.amount_cents) from invoice_allocations paid
    join payments on payments.id = paid.payment_id and payments.means in ('cesu', 'ancv')
    where paid.invoice_id = invoices.id
  ), 0)))::int`;

/** What a household still owes at a régie, the oldest due first. */
export async function listDueInvoices(
  ctx: Context,
  { householdId, revenueOfficeId }: { householdId: string; revenueOfficeId: string },
): Promise<DueInvoice[]> {
  authorize(ctx, "payments:collect");
  const rows = await ctx.db
    .select({ id: invoices.id, number: invoices.number, dueOn: invoices.dueOn, dueCents: remainingDue, careCents })
    .from(invoices)
    .where(
      and(
        eq(invoices.kind, "invoice"),
        eq(invoices.householdId, householdId),
        eq(invoices.revenueOfficeId, revenueOfficeId),
        sql`${remainingDue} > 0`,
      ),
    )
    .orderBy(asc(invoices.dueOn), asc(invoices.number));
  return rows.map((row) => ({ ...row, dueOn: row.dueOn ?? "" }));
}

/** What the counter shows of a household: for each régie what it holds, and what it owes. */
export async function getCounter(ctx: Context, householdId: string) {
  authorize(ctx, "payments:collect");
  const [household] = await ctx.db
    .select({ id: households.id, name: households.name })
    .from(households)
    .where(eq(households.id, householdId));
  if (!household) throw new DomainError("not_found");

  const [offices, balances] = await Promise.all([
    ctx.db
      .select({ id: revenueOffices.id, name: revenueOffices.name })
      .from(revenueOffices)
      .orderBy(asc(revenueOffices.name)),
    listBalances(ctx, householdId),
  ]);
  const desks = await Promise.all(
    offices.map(async (office) => ({
      ...office,
      balanceCents: balances.find(({ revenueOfficeId }) => revenueOfficeId === office.id)?.balanceCents ?? 0,
      invoices: await listDueInvoices(ctx, { householdId, revenueOfficeId: office.id }),
    })),
  );
  return { household, desks };
}
export type Counter = Awaited<ReturnType<typeof getCounter>>;
