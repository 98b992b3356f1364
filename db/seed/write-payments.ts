import { addMinutes, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { checkoutLines, checkouts, numberSeries, payments, receipts, transactionCounters } from "../schema";
import { paidBaskets } from "./baskets";
import { insertRows } from "./insert-rows";
import type { Random } from "./random";
import { receiptView } from "./receipt-view";
import type { Written } from "./write-bookings";

const MINUTES_AT_THE_BANK = 4;
const REFERENCE_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

export type Paid = ReturnType<typeof payBaskets>[number];

/** Every basket with the payment that settled it, in the order of settlement. */
export function payBaskets(bookings: Written[], random: Random) {
  const perDay = new Map<string, number>();
  return paidBaskets(bookings)
    .map((lines) => ({ lines, ...headOf(lines) }))
    .sort((a, b) => a.paidAt.getTime() - b.paidAt.getTime())
    .map((basket) => {
      const { office, lines, paidAt } = basket;
      const createdAt = addMinutes(paidAt, -MINUTES_AT_THE_BANK);
      const utcDay = createdAt.toISOString().slice(0, 10);
      return {
        ...basket,
        paymentId: random.uuid(),
        checkoutId: random.uuid(),
        createdAt,
        totalCents: lines.reduce((sum, { priceCents }) => sum + priceCents, 0),
        orderReference: `PF${utcDay.slice(2).replaceAll("-", "")}${random.characters(10, REFERENCE_CHARACTERS)}`,
        ...(office.gateway === "payfip" ? payfipAnswer(random) : systempayAnswer(utcDay, perDay, random)),
      };
    });
}

function headOf([first]: Written[]) {
  if (!first?.paidAt) throw new Error("a paid basket is never empty");
  return { family: first.family, office: first.offer.activity.office, paidAt: first.paidAt };
}

const payfipAnswer = (random: Random) => ({
  mode: "T",
  reference: random.uuid(),
  means: random.chance(0.15) ? ("direct_debit" as const) : ("card" as const),
  bankReference: random.characters(6, "0123456789ABCDEF"),
});

function systempayAnswer(utcDay: string, perDay: Map<string, number>, random: Random) {
  const number = perDay.get(utcDay) ?? 0;
  perDay.set(utcDay, number + 1);
  return {
    mode: "TEST",
    reference: `12345678-${utcDay.replaceAll("-", "")}-${String(number).padStart(6, "0")}`,
    means: "card" as const,
    bankReference: random.uuid().replaceAll("-", ""),
  };
}

type Receipt = Omit<typeof receipts.$inferInsert, "number">;

/** Payments, what each was for, and receipts numbered without a gap per year, with those of other payments. */
export async function writePayments({ db }: Context, paid: Paid[], others: Receipt[]): Promise<void> {
  await insertRows(db, payments, paid.map(paymentRow));
  await insertRows(db, checkouts, paid.map(checkoutRow));
  await insertRows(
    db,
    checkoutLines,
    paid.flatMap(({ checkoutId, lines }) =>
      lines.map(({ id, priceCents }) => ({ checkoutId, reservationId: id, priceCents })),
    ),
  );

  const last = new Map<string, number>();
  const all = [...paid.map(receiptOf), ...others].sort((a, b) => a.issuedAt.getTime() - b.issuedAt.getTime());
  const issued = all.map((receipt) => {
    const series = `TEST${dateOf(receipt.issuedAt).slice(0, 4)}`;
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    return { ...receipt, number: `${series}${String(number).padStart(6, "0")}` };
  });
  await insertRows(db, receipts, issued);
  await insertRows(
    db,
    numberSeries,
    [...last].map(([series, last]) => ({ series, last })),
  );
  await insertRows(db, transactionCounters, transactionsPerDay(paid));
}

const receiptOf = (basket: Paid): Receipt => ({
  paymentId: basket.paymentId,
  householdId: basket.family.id,
  issuedAt: basket.paidAt,
  view: receiptView(basket),
});

function paymentRow({ family, office, lines, ...paid }: Paid) {
  const names = [...new Set(lines.map(({ offer }) => offer.activity.name))].join(", ");
  return {
    id: paid.paymentId,
    householdId: family.id,
    revenueOfficeId: office.id,
    gateway: office.gateway,
    mode: paid.mode,
    orderReference: paid.orderReference,
    reference: paid.reference,
    amountCents: paid.totalCents,
    subject: `${names} : ${lines.length} réservation${lines.length > 1 ? "s" : ""}`,
    payerEmail: family.account.email,
    status: "paid" as const,
    means: paid.means,
    bankReference: paid.bankReference,
    createdAt: paid.createdAt,
    settledAt: paid.paidAt,
  };
}

const checkoutRow = ({ checkoutId, paymentId, family, office, totalCents, createdAt, paidAt }: Paid) => ({
  id: checkoutId,
  householdId: family.id,
  revenueOfficeId: office.id,
  paymentId,
  subtotalCents: totalCents,
  creditCents: 0,
  totalCents,
  createdBy: family.account.id,
  createdAt,
  settledAt: paidAt,
});

/** The last transaction number that each shop gave out on each UTC day: the next one follows it. */
function transactionsPerDay(paid: Paid[]) {
  const shops = paid.flatMap(({ office, reference }) => (office.gateway === "systempay" ? [reference.split("-")] : []));
  const last = new Map(
    shops.map(([siteId = "", day = "", number]) => [`${siteId} ${day}`, { siteId, day, last: Number(number) }]),
  );
  return [...last.values()];
}
