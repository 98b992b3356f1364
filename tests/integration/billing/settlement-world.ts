import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Context } from "@/lib/core/context";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aCredit, thePayment } from "../../support/carts";
import {
  aFamilyAndAnEvening,
  anActivity,
  anOccurrence,
  anotherFamily,
  aSlot,
  enroll,
  later,
} from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

/** Few places, so that what one family lets go another may take. */
export const dates = ["2026-09-18", "2026-09-21", "2026-09-22"];
const CAPACITY = 2;
/** What each family has at one of the two régies to begin with: two evenings of three. */
const OPENING_CENTS = 600;

export type Decision = "paid" | "refused" | "cancelled" | "wrong_amount";
/** One try at a bank: what it decided, and whether we can know by now. */
export type Attempt = {
  payment: Awaited<ReturnType<typeof thePayment>>;
  /** Messages of Systempay, oldest first; PayFiP's all say the same. */
  messages: { body: string; decision: Decision }[];
  decision?: Decision;
  /** Whether we were told, or found out, that it is paid. */
  heard: boolean;
  /** Whether we were told of another amount. */
  quarantined: boolean;
};
export type Model = { now: number; attempts: Attempt[]; trouble: boolean };
export type Real = Awaited<ReturnType<typeof aTown>>;

/** Two families, two régies, four full carts, two of them with credit. */
export async function aTown(ctx: Context) {
  const first = await aFamilyAndAnEvening(ctx, { occurrence: { date: "2026-10-30" } });
  const second = await anotherFamily(ctx, first.activity);
  const club = await anActivity(ctx, { gateway: "systempay" });
  const clubSlot = await aSlot(ctx, club);
  const offers = [
    { slot: first.slot, activity: first.activity },
    { slot: clubSlot, activity: club },
  ];
  for (const { slot } of offers) for (const date of dates) await anOccurrence(ctx, slot, { date, capacity: CAPACITY });
  const families = [first, second];
  for (const { child } of families) await enroll(ctx, child, club);
  for (const { household, child, guardian } of families) {
    const cells = offers.flatMap(({ slot }) => dates.map((date) => ({ childId: child.id, slotId: slot.id, date })));
    await requestSlots(guardian, { householdId: household.id, cells });
  }
  await aCredit(ctx, {
    householdId: first.household.id,
    revenueOfficeId: first.activity.revenueOfficeId,
    cents: OPENING_CENTS,
  });
  await aCredit(ctx, {
    householdId: second.household.id,
    revenueOfficeId: club.revenueOfficeId,
    cents: OPENING_CENTS,
  });
  return { ctx, families, offers };
}

export function who({ families, offers }: Real, family: number, offer: number, now: number) {
  const [someone, something] = [families[family], offers[offer]];
  if (!someone || !something) throw new Error("no such family or offer");
  const account = { householdId: someone.household.id, revenueOfficeId: something.activity.revenueOfficeId };
  const cellOn = (day: number) => ({ childId: someone.child.id, slotId: something.slot.id, date: dates[day] ?? "" });
  return { guardian: later(someone.guardian, now), account, cellOn };
}

export const hasTakenMoney = ({ decision }: Attempt) => decision === "paid" || decision === "wrong_amount";
export const isPayfip = ({ payment }: Attempt) => payment.gateway === "payfip";

/** What the bank knows reaches us: we must have acted on it. */
export function hear(attempt: Attempt, decision: Decision | undefined) {
  if (decision === "paid") attempt.heard = true;
  if (decision === "wrong_amount" && !attempt.heard) attempt.quarantined = true;
}

export const askedNow = (model: Model, attempt: Attempt) => {
  if (isPayfip(attempt) && !model.trouble && !attempt.heard) hear(attempt, attempt.decision);
};

/** Money is where it must be, states are what the bank has told, and no rule is broken. */
export async function compare(model: Model, { ctx, families }: Real) {
  expect(await checkInvariants(ctx)).toEqual([]);

  for (const { payment, heard, quarantined, decision } of model.attempts) {
    const { status } = await thePayment(ctx, payment.id);
    expect({ reference: payment.reference, decision, paid: status === "paid" }).toEqual({
      reference: payment.reference,
      decision,
      paid: heard,
    });
    const told = await ctx.db.execute(sql`
      select from payment_incidents i join emails m on m.dedupe_key = ${`payment:${payment.id}:amount_mismatch`}
      where i.payment_id = ${payment.id} and i.kind = 'amount_mismatch'`);
    expect(told).toHaveLength(quarantined ? 1 : 0);
  }

  const credited = model.attempts.reduce((sum, { heard, payment }) => sum + (heard ? payment.amountCents : 0), 0);
  const [money] = await ctx.db.execute<{ bank: number; accounts: number; booked: number; prices: number }>(sql`
    with ours as (select id from households where id in (${sql.join(
      families.map(({ household }) => sql`${household.id}`),
      sql`, `,
    )})), entries as (
      select e.* from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
      where t.household_id in (select id from ours)
    )
    select
      coalesce((select sum(amount_cents) from entries where account = 'bank'), 0)::int as bank,
      coalesce((select -sum(amount_cents) from entries where account = 'household'), 0)::int as accounts,
      coalesce((select -sum(amount_cents) from entries where account = 'deferred_revenue'), 0)::int as booked,
      coalesce((select sum(price_cents) from reservations
        where status = 'booked' and household_id in (select id from ours)), 0)::int as prices`);
  expect(money?.bank).toBe(credited);
  expect(money?.booked).toBe(money?.prices);
  expect((money?.booked ?? 0) + (money?.accounts ?? 0)).toBe(credited + 2 * OPENING_CENTS);
}
