import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import { checkout } from "@/lib/billing/cart/checkout";
import { prolongCart } from "@/lib/billing/cart/prolong-cart";
import { settlePayment } from "@/lib/billing/settle-payment";
import { asSystem, type Context } from "@/lib/core/context";
import { openPayment } from "@/lib/payments/open-payment";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { anOutcome, thePayment } from "../../support/carts";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aChild, aFamilyAndAnEvening, anOccurrence, anotherFamily, enroll, later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

/** Three days of one slot: one, two and three places; booking ends after 90 minutes, after 4 hours, in a week. */
const days = [
  { date: "2026-09-18", capacity: 1, closes: 90 },
  { date: "2026-09-21", capacity: 2, closes: 240 },
  { date: "2026-09-22", capacity: 3, closes: 10_000 },
];
const PRICE = 300;

/** What the database ought to hold: a place per child and day, by "family child day". */
type Place = { booked: boolean; holdUntil: number; requestedAt: number };
type Model = { now: number; places: Map<string, Place> };
type Real = Awaited<ReturnType<typeof aTown>>;
type Cell = { child: number; day: number };

async function aTown(ctx: Context) {
  const { household, child, guardian, activity, slot } = await aFamilyAndAnEvening(ctx, {
    activity: { gateway: "systempay" },
    occurrence: { date: "2026-10-30" },
  });
  for (const { date, capacity, closes } of days) {
    await anOccurrence(ctx, slot, { date, capacity, bookingClosesAt: later(ctx, closes).now });
  }
  const sibling = await aChild(ctx, household, { firstName: "Sohan" });
  await enroll(ctx, sibling, activity);
  const others = [await anotherFamily(ctx, activity), await anotherFamily(ctx, activity)];
  const families = [
    { household, guardian, children: [child.id, sibling.id] },
    ...others.map(({ household, guardian, child }) => ({ household, guardian, children: [child.id] })),
  ];
  return { ctx, families, slotId: slot.id, revenueOfficeId: activity.revenueOfficeId };
}

function familyOf(real: Real, index: number, now: number) {
  const family = real.families[index];
  if (!family) throw new Error("no such family");
  const { household, guardian, children } = family;
  return { householdId: household.id, guardian: later(guardian, now), children };
}

/** The cells of a gesture, in the model's words and in the portal's. */
function gesture(real: Real, family: number, cells: Cell[]) {
  const { children } = familyOf(real, family, 0);
  return cells.map(({ child, day }) => {
    const index = child % children.length;
    const { date } = days[day] ?? { date: "" };
    return {
      key: `${family} ${index} ${day}`,
      day,
      cell: { childId: children[index] ?? "", slotId: real.slotId, date },
    };
  });
}

const held = ({ places }: Model, day: number) => [...places.keys()].filter((key) => key.endsWith(` ${day}`)).length;
const isLate = ({ now }: Model, day: number) => now >= (days[day]?.closes ?? 0);
const unpaid = ({ places }: Model, family: number) =>
  [...places].filter(([key, { booked }]) => key.startsWith(`${family} `) && !booked);
const inCart = (model: Model, family: number) =>
  unpaid(model, family).filter(([, { holdUntil }]) => holdUntil > model.now);

/** The table of reservations says what the model says, and no rule is broken. */
async function compare({ places }: Model, { ctx, families, slotId }: Real) {
  const rows = await ctx.db.execute<{ childId: string; date: string; status: string; hold: string | null }>(sql`
    select r.child_id as "childId", o.date, r.status, r.hold_expires_at as hold
    from reservations r join slot_occurrences o on o.id = r.occurrence_id
    where o.slot_id = ${slotId} and r.status not in ('refused', 'cancelled')`);
  const found = rows.map(({ childId, date, status, hold }) => {
    const family = families.findIndex(({ children }) => children.includes(childId));
    const child = families[family]?.children.indexOf(childId);
    const day = days.findIndex((day) => day.date === date);
    return `${family} ${child} ${day} ${status} ${hold ? (new Date(hold).getTime() - ctx.now.getTime()) / 60_000 : "-"}`;
  });
  const expected = [...places].map(
    ([key, { booked, holdUntil }]) => `${key} ${booked ? "booked -" : `requested ${holdUntil}`}`,
  );
  expect(found.toSorted()).toEqual(expected.toSorted());
  expect(await checkInvariants(ctx)).toEqual([]);
}

type Step = { name: string; run: (model: Model, real: Real) => Promise<void> };

const command = ({ name, run }: Step): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  async run(model, real) {
    await run(model, real);
    await compare(model, real);
  },
  toString: () => name,
});

const request = (family: number, cells: Cell[]): Step => ({
  name: `request(${family}, ${JSON.stringify(cells)})`,
  async run(model, real) {
    const wishes = [...new Map(gesture(real, family, cells).map((wish) => [wish.key, wish])).values()];
    let refused = 0;
    let reason = "done";
    const wanted: number[] = [];
    for (const { key, day } of wishes) {
      const full = held(model, day) + wanted.filter((other) => other === day).length >= (days[day]?.capacity ?? 0);
      if (model.places.has(key)) reason = "already_booked";
      else if (isLate(model, day)) reason = "booking_closed";
      else if (full) reason = "slot_full";
      else {
        wanted.push(day);
        continue;
      }
      refused += 1;
    }
    const expected = refused === 0 ? "done" : wishes.length === 1 ? reason : "requests_refused";

    const { guardian, householdId } = familyOf(real, family, model.now);
    expect(await codeOf(requestSlots(guardian, { householdId, cells: wishes.map(({ cell }) => cell) }))).toBe(expected);
    if (refused > 0) return;
    for (const { key } of wishes) {
      model.places.set(key, { booked: false, holdUntil: model.now + 20, requestedAt: model.now });
    }
  },
});

const withdraw = (family: number, cells: Cell[]): Step => ({
  name: `withdraw(${family}, ${JSON.stringify(cells)})`,
  async run(model, real) {
    const wishes = gesture(real, family, cells);
    const possible = wishes.every(({ key }) => model.places.get(key)?.booked === false);

    const { guardian, householdId } = familyOf(real, family, model.now);
    const outcome = await codeOf(withdrawRequests(guardian, { householdId, cells: wishes.map(({ cell }) => cell) }));

    expect(outcome).toBe(possible ? "done" : "cannot_withdraw");
    if (possible) for (const { key } of wishes) model.places.delete(key);
  },
});

const tick = (minutes: number): Step => ({
  name: `tick(${minutes})`,
  async run(model) {
    model.now += minutes;
  },
});

const expire: Step = {
  name: "expire()",
  async run(model, real) {
    const over = [...model.places].filter(([, { booked, holdUntil }]) => !booked && holdUntil <= model.now);
    expect(await expireHolds(later(real.ctx, model.now))).toBe(over.length);
    for (const [key] of over) model.places.delete(key);
  },
};

const prolong = (family: number): Step => ({
  name: `prolong(${family})`,
  async run(model, real) {
    const { guardian, householdId } = familyOf(real, family, model.now);
    let prolonged = 0;
    for (const [, place] of inCart(model, family)) {
      const until = Math.min(model.now + 20, place.requestedAt + 60);
      if (until <= place.holdUntil) continue;
      place.holdUntil = until;
      prolonged += 1;
    }
    expect(await prolongCart(guardian, { householdId, revenueOfficeId: real.revenueOfficeId })).toBe(prolonged);
  },
});

/** The cart is checked out; the bank says that it is paid, or nothing at all. */
const pay = (family: number, answered: boolean): Step => ({
  name: `pay(${family}, ${answered ? "answered" : "left"})`,
  async run(model, real) {
    const { guardian, householdId } = familyOf(real, family, model.now);
    const lines = inCart(model, family);
    const order = { householdId, revenueOfficeId: real.revenueOfficeId, expectedTotalCents: lines.length * PRICE };
    if (lines.length === 0) return expect(await codeOf(checkout(guardian, order))).toBe("cart_empty");
    expect(await codeOf(checkout(guardian, { ...order, expectedTotalCents: 1 }))).toBe("cart_changed");

    const { paymentId } = await checkout(guardian, order);
    for (const [, place] of lines) place.holdUntil = Math.max(place.holdUntil, model.now + 25);
    const system = asSystem(guardian, "checkout");
    await openPayment(system, paymentId ?? "");
    if (!answered) return;
    await settlePayment(system, paymentId ?? "", anOutcome(await thePayment(system, paymentId ?? "")));
    for (const [, place] of lines) place.booked = true;
  },
});

/** Every child of every family asks for the same day at the same moment: as many get it as there are places. */
const rush = (day: number): Step => ({
  name: `rush(${day})`,
  async run(model, real) {
    const left = isLate(model, day) ? 0 : (days[day]?.capacity ?? 0) - held(model, day);
    const askers = real.families.flatMap(({ children }, family) =>
      children.flatMap((_, child) => gesture(real, family, [{ child, day }]).map((wish) => ({ ...wish, family }))),
    );
    const eligible = askers.filter(({ key }) => !model.places.has(key));

    const outcomes = await Promise.all(
      askers.map(({ family, cell }) => {
        const { guardian, householdId } = familyOf(real, family, model.now);
        return codeOf(requestSlots(guardian, { householdId, cells: [cell] }));
      }),
    );

    const winners = askers.filter((_, index) => outcomes[index] === "done");
    expect(winners).toHaveLength(Math.min(left, eligible.length));
    for (const { key } of winners) {
      model.places.set(key, { booked: false, holdUntil: model.now + 20, requestedAt: model.now });
    }
  },
});

const family = fc.nat(2);
const day = fc.nat(days.length - 1);
const cells = fc.array(fc.record({ child: fc.nat(1), day }), { minLength: 1, maxLength: 4 });
const steps = [
  fc.tuple(family, cells).map(([family, cells]) => command(request(family, cells))),
  fc.tuple(family, cells).map(([family, cells]) => command(request(family, cells.slice(0, 1)))),
  fc.tuple(family, cells).map(([family, cells]) => command(withdraw(family, cells.slice(0, 2)))),
  fc.integer({ min: 1, max: 40 }).map((minutes) => command(tick(minutes))),
  fc.constant(command(expire)),
  family.map((family) => command(prolong(family))),
  fc.tuple(family, fc.boolean()).map(([family, answered]) => command(pay(family, answered))),
  day.map((day) => command(rush(day))),
];

test("whatever families do, in whatever order, places and states are what a simple model says", {
  timeout: 60_000,
}, async ({ committed: ctx }) => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 30, size: "max" }), async (commands) => {
      await expireHolds(later(ctx, 1_000_000)); // what the run before has left
      const real = await aTown(ctx);
      await fc.asyncModelRun(() => ({ model: { now: 0, places: new Map() }, real }), commands);
    }),
    { numRuns: 30, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
});
