import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { checkoutInvoices as checkoutInvoicesTable, checkouts, invoices, revenueOffices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { getBalance } from "@/lib/ledger/queries";
import { totalDue } from "../cart/rules";
import { findStarted } from "../find-started";
import { type CheckedOut, startCheckout } from "../start-checkout";
import type { CheckoutInvoicesInput } from "./input";
import { payInvoices } from "./pay-invoices";
import { remainingDue } from "./remaining-due";

/**
 * Freezes what a family pays of its invoices at one régie. The credit of the account pays first; the rest becomes one
 * payment, written before any bank is called. Refuses with `not_found` (someone else's invoice) and `invoices_changed`
 * when what is due, or the credit, is not what was on screen. Pressed again, it is the checkout that has just been started.
 */
export async function checkoutInvoices(ctx: Context, input: CheckoutInvoicesInput): Promise<CheckedOut> {
  const { householdId, revenueOfficeId, balanceCents } = input;
  authorize(ctx, "cart:pay", { householdId });

  return inTransaction(ctx, async (ctx) => {
    await lockHousehold(ctx, householdId);
    const due = await listDue(ctx, input);
    const [first] = due;
    if (!first || due.length !== input.invoices.length) throw new DomainError("not_found");
    const subtotalCents = input.invoices.reduce((sum, { dueCents }) => sum + dueCents, 0);
    const totalCents = totalDue(subtotalCents, balanceCents, first.gateway);
    const same = sameInvoices(input, totalCents);
    const known = await findStarted(ctx, { householdId, revenueOfficeId, purpose: "invoices", same });
    if (known) return known;
    const asked = new Map(input.invoices.map(({ invoiceId, dueCents }) => [invoiceId, dueCents]));
    if (due.some(({ id, dueCents }) => dueCents !== asked.get(id))) throw new DomainError("invoices_changed");
    if ((await getBalance(ctx, { householdId, revenueOfficeId })) !== balanceCents) {
      throw new DomainError("invoices_changed");
    }

    const started = await startCheckout(ctx, {
      householdId,
      revenueOfficeId,
      subtotalCents,
      totalCents,
      subject: subjectOf(due),
    });
    const { checkoutId } = started;
    await ctx.db
      .insert(checkoutInvoicesTable)
      .values(due.map(({ id, dueCents }) => ({ checkoutId, invoiceId: id, amountCents: dueCents })));
    const numbers = due.map(({ number }) => number);
    await recordEvent(ctx, {
      type: "invoices.checked-out",
      subjectId: checkoutId,
      householdId,
      data: { totalCents, numbers },
    });

    if (!started.paymentId) await payInvoices(asSystem(ctx, "checkout"), checkoutId);
    return started;
  });
}

/** The same invoices for the same amounts, and as much at the bank as is on screen. */
function sameInvoices({ invoices: asked }: CheckoutInvoicesInput, totalCents: number) {
  const wanted = asked.map(({ invoiceId, dueCents }) => `${invoiceId} ${dueCents}`).toSorted();
  const { checkoutId, invoiceId, amountCents } = checkoutInvoicesTable;
  return sql`${checkouts.totalCents} = ${totalCents} and array(
    select concat(${invoiceId}, ' ', ${amountCents}) from ${checkoutInvoicesTable}
    where ${checkoutId} = ${checkouts.id} order by ${invoiceId}::text collate "C"
  ) = ${sql.param(wanted)}::text[]`;
}

/** Those of the asked invoices that are this household's at this régie, with what is still due; the first to fall due first. */
const listDue = ({ db }: Context, { householdId, revenueOfficeId, invoices: asked }: CheckoutInvoicesInput) =>
  db
    .select({ id: invoices.id, number: invoices.number, gateway: revenueOffices.gateway, dueCents: remainingDue })
    .from(invoices)
    .innerJoin(revenueOffices, eq(revenueOffices.id, invoices.revenueOfficeId))
    .where(
      and(
        inArray(
          invoices.id,
          asked.map(({ invoiceId }) => invoiceId),
        ),
        eq(invoices.kind, "invoice"),
        eq(invoices.householdId, householdId),
        eq(invoices.revenueOfficeId, revenueOfficeId),
      ),
    )
    .orderBy(asc(invoices.dueOn), asc(invoices.number));

/** What the payer reads at the bank: numbers, no name. */
function subjectOf(due: { number: string }[]): string {
  const shown = due.slice(0, 4).map(({ number }) => number);
  const others = due.length - shown.length;
  return `Facture${due.length > 1 ? "s" : ""} ${shown.join(", ")}${others > 0 ? ` et ${others} autre${others > 1 ? "s" : ""}` : ""}`;
}
