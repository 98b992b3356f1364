import type { Context } from "@/lib/core/context";
import { type LedgerAccount, type LedgerKind, ledgerEntries, ledgerTransactions } from "../schema";
import { insertRows } from "./insert-rows";
import type { Written } from "./write-bookings";
import type { Paid } from "./write-payments";

export type LedgerEvent = {
  kind: LedgerKind;
  reference: string;
  label: string;
  householdId: string;
  revenueOfficeId: string;
  at: Date;
  debit: LedgerAccount;
  credit: LedgerAccount;
  amountCents: number;
};

/** Money in, places bought with it, and what cancelled places gave back, in the order in which it happened. */
export async function postLedger(
  { db }: Context,
  { paid, bookings, others }: { paid: Paid[]; bookings: Written[]; others: LedgerEvent[] },
): Promise<void> {
  const events = [...paid.flatMap(paymentAndBooking), ...bookings.flatMap(cancellation), ...others].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  await insertRows(
    db,
    ledgerTransactions,
    events.map(({ debit: _debit, credit: _credit, amountCents: _amount, ...transaction }) => transaction),
  );

  const written = await db
    .select({ id: ledgerTransactions.id, reference: ledgerTransactions.reference })
    .from(ledgerTransactions);
  const ids = new Map(written.map(({ id, reference }) => [reference, id]));
  await insertRows(
    db,
    ledgerEntries,
    events.flatMap(({ reference, householdId, revenueOfficeId, debit, credit, amountCents }) => {
      const entry = (account: LedgerAccount, cents: number) => ({
        transactionId: ids.get(reference) ?? 0,
        account,
        householdId: account === "household" || account === "receivable" ? householdId : null,
        revenueOfficeId,
        amountCents: cents,
      });
      return [entry(debit, amountCents), entry(credit, -amountCents)];
    }),
  );
}

function paymentAndBooking({ paymentId, checkoutId, family, office, paidAt, totalCents }: Paid): LedgerEvent[] {
  const common = { householdId: family.id, revenueOfficeId: office.id, at: paidAt, amountCents: totalCents };
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
      kind: "booking",
      reference: `checkout:${checkoutId}`,
      label: "Réservations prépayées",
      debit: "household",
      credit: "deferred_revenue",
    },
  ];
}

function cancellation({ id, family, offer, cancelledAt, priceCents }: Written): LedgerEvent[] {
  if (!cancelledAt) return [];
  return [
    {
      kind: "cancellation",
      reference: `reservation:${id}:cancelled`,
      label: "Réservation annulée",
      householdId: family.id,
      revenueOfficeId: offer.activity.office.id,
      at: cancelledAt,
      debit: "deferred_revenue",
      credit: "household",
      amountCents: priceCents,
    },
  ];
}
