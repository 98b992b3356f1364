import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { checkoutInvoices, checkouts, invoiceAllocations, payments } from "../schema";
import type { Fortnight } from "./bill-meals";
import type { TownDays } from "./days";
import type { Family } from "./families";
import { insertRows } from "./insert-rows";
import type { Founded, Office } from "./organization";
import type { LedgerEvent } from "./post-ledger";
import type { Random } from "./random";
import { receiptView } from "./receipt-view";

const DAY = 24 * 60;
/** Most families have paid the first fortnight, some the second, few the one that just came. */
const PAID = [0.85, 0.35, 0.04];

type Paid = ReturnType<typeof paidInvoices>[number];

type Billed = { fortnights: Fortnight[]; families: Family[]; slow: Family[]; days: TownDays; random: Random };

/** Families pay their invoices one by one at PayFiP; those named have paid the first only. */
export async function payInvoices({ db }: Context, { offices }: Founded, town: Billed) {
  const paid = paidInvoices(town);
  const office = offices.school;
  await insertRows(
    db,
    payments,
    paid.map(({ paymentId, checkoutId: _, allocationId: __, family, invoice, paidAt, ...payment }) => ({
      id: paymentId,
      householdId: family.id,
      revenueOfficeId: office.id,
      gateway: office.gateway,
      amountCents: invoice.totalCents,
      subject: `Facture ${invoice.number}`,
      payerEmail: family.account.email,
      status: "paid" as const,
      ...payment,
      settledAt: paidAt,
    })),
  );
  await insertRows(
    db,
    checkouts,
    paid.map(({ checkoutId, paymentId, family, invoice, createdAt, paidAt }) => ({
      id: checkoutId,
      householdId: family.id,
      revenueOfficeId: office.id,
      paymentId,
      subtotalCents: invoice.totalCents,
      creditCents: 0,
      totalCents: invoice.totalCents,
      createdBy: family.account.id,
      createdAt,
      settledAt: paidAt,
    })),
  );
  await insertRows(
    db,
    checkoutInvoices,
    paid.map(({ checkoutId, invoice }) => ({ checkoutId, invoiceId: invoice.id, amountCents: invoice.totalCents })),
  );
  await insertRows(
    db,
    invoiceAllocations,
    paid.map(({ allocationId, paymentId, invoice, paidAt }) => ({
      id: allocationId,
      invoiceId: invoice.id,
      amountCents: invoice.totalCents,
      at: paidAt,
      paymentId,
      ledgerReference: `allocation:${allocationId}`,
    })),
  );
  return {
    events: paid.flatMap((payment) => movesOf(office.id, payment)),
    receipts: paid.map((payment) => receiptOf(office, payment)),
  };
}

function paidInvoices({ fortnights, families, slow, days, random }: Billed) {
  const byId = new Map(families.map((family) => [family.id, family]));
  return fortnights
    .flatMap(({ issuedAt, invoices }, index) =>
      invoices.flatMap((invoice) => {
        const family = byId.get(invoice.householdId);
        const chance = random.next();
        if (!family || (slow.includes(family) ? index > 0 : chance > (PAID[index] ?? 0))) return [];
        const paidAt = addMinutes(issuedAt, random.integer(60, 9 * DAY));
        if (paidAt >= days.now) return [];
        return [
          {
            family,
            invoice,
            paidAt,
            mode: "T",
            createdAt: addMinutes(paidAt, -4),
            paymentId: random.uuid(),
            checkoutId: random.uuid(),
            allocationId: random.uuid(),
            orderReference: `PF${paidAt.toISOString().slice(2, 10).replaceAll("-", "")}${random.characters(10, "23456789ABCDEFGHJKLMNPQRSTUVWXYZ")}`,
            reference: random.uuid(),
            means: random.chance(0.15) ? ("direct_debit" as const) : ("card" as const),
            bankReference: random.characters(6, "0123456789ABCDEF"),
          },
        ];
      }),
    )
    .sort((a, b) => a.paidAt.getTime() - b.paidAt.getTime());
}

/** Money in, then to the invoice. */
function movesOf(revenueOfficeId: string, { paymentId, allocationId, family, invoice, paidAt }: Paid): LedgerEvent[] {
  const common = { householdId: family.id, revenueOfficeId, at: paidAt, amountCents: invoice.totalCents };
  return [
    {
      ...common,
      kind: "payment",
      reference: `payment:${paymentId}`,
      label: "Paiement en ligne",
      debit: "bank",
      credit: "household",
    },
    {
      ...common,
      kind: "allocation",
      reference: `allocation:${allocationId}`,
      label: `Facture ${invoice.number}`,
      debit: "household",
      credit: "receivable",
    },
  ];
}

function receiptOf(office: Office, payment: Paid) {
  const { paymentId, family, invoice, paidAt } = payment;
  const { number, issuedOn, totalCents } = invoice;
  return {
    paymentId,
    householdId: family.id,
    issuedAt: paidAt,
    view: {
      ...receiptView({ ...payment, office, lines: [], totalCents }),
      invoices: [{ number, issuedOn, cents: totalCents }],
    },
  };
}
