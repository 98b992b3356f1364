import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import { checkout } from "@/lib/billing/cart/checkout";
import { prolongCart } from "@/lib/billing/cart/prolong-cart";
import { settlePayment } from "@/lib/billing/settle-payment";
import { asSystem, type Context } from "@/lib/core/context";
import { openPayment } from "@/lib/payments/open-payment";
import { declareAbsence } from "@/lib/reservations/absences/declare-absence";
import { withdrawAbsence } from "@/lib/reservations/absences/withdraw-absence";
import { approveRequests } from "@/lib/reservations/approvals/approve-requests";
import { lapseRequests } from "@/lib/reservations/approvals/lapse-requests";
import { listDemands } from "@/lib/reservations/approvals/queries";
import { refuseRequests } from "@/lib/reservations/approvals/refuse-requests";
import { bookAnyway } from "@/lib/reservations/assisted/book-anyway";
import { cancelAnyway } from "@/lib/reservations/assisted/cancel-anyway";
import { acceptCancellations } from "@/lib/reservations/cancellations/accept-cancellations";
import { cancelReservations } from "@/lib/reservations/cancellations/cancel-reservations";
import { refuseCancellations } from "@/lib/reservations/cancellations/refuse-cancellations";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { undoCancellations } from "@/lib/reservations/cancellations/undo-cancellations";
import { withdrawCancellations } from "@/lib/reservations/cancellations/withdraw-cancellations";
import { expireHolds } from "@/lib/reservations/expire-holds";
import type { CellsInput, ReasonedCellsInput } from "@/lib/reservations/input";
import { requestLateSlots } from "@/lib/reservations/late/request-late-slots";
import { requestSlots } from "@/lib/reservations/request-slots";
import { acceptOffers } from "@/lib/reservations/waiting/accept-offers";
import { joinWaitingList } from "@/lib/reservations/waiting/join-waiting-list";
import { leaveWaitingList } from "@/lib/reservations/waiting/leave-waiting-list";
import { offerWaitingPlaces } from "@/lib/reservations/waiting/offer-waiting-places";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aSiteManager } from "../../support/absences";
import { anOutcome, balanceOf, thePayment } from "../../support/carts";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aChild, aFamilyAndAnEvening, anOccurrence, anotherFamily, enroll, later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

/** In minutes from the beginning, on 9 September at 10:00: the evening of a day that is so many days later. */
const evening = (days: number) => days * 24 * 60 + 390;
/** Three days of one slot: one, two and three places; booking ends after 90 minutes, after 4 hours, in a week. */
const days = [
  { date: "2026-09-18", capacity: 1, closes: 90, begins: evening(9) },
  { date: "2026-09-21", capacity: 2, closes: 240, begins: evening(12) },
  { date: "2026-09-22", capacity: 3, closes: 10_000, begins: evening(13) },
];
/** How long the evening lasts. */
const TWO_HOURS = 120;
const PRICE = 300;
const TWO_DAYS = 2 * 24 * 60;

/** What the database ought to hold: a place per child and day, by "family child day", in the order of arrival. */
type State = "requested" | "late" | "booked" | "asked" | "excused" | "waiting" | "offered";
type Place = { state: State; holdUntil: number; requestedAt: number };
/** A cancellation that whoever made it may still take back. */
type Cancelled = { at: number; byAgent: boolean };
type Model = {
  now: number;
  places: Map<string, Place>;
  cancelled: Map<string, Cancelled>;
  /** Where a place was held at some moment, and where an absence was declared and not withdrawn. */
  had: Set<string>;
  missed: Set<string>;
  credit: number[];
};
type Real = Awaited<ReturnType<typeof aTown>>;
type Cell = { child: number; day: number };

async function aTown(ctx: Context) {
  const { household, child, guardian, activity, slot } = await aFamilyAndAnEvening(ctx, {
    activity: {
      gateway: "systempay",
      lateRequests: true,
      absencePolicy: { proofRequired: false, proofWithinHours: 0, waitingDays: 0, maxExcusedDays: null },
    },
    occurrence: { date: "2026-10-30" },
  });
  for (const { date, capacity, closes } of days) {
    const until = later(ctx, closes).now;
    await anOccurrence(ctx, slot, { date, capacity, bookingClosesAt: until, cancellationClosesAt: until });
  }
  const sibling = await aChild(ctx, household, { firstName: "Sohan" });
  await enroll(ctx, sibling, activity);
  const others = [await anotherFamily(ctx, activity), await anotherFamily(ctx, activity)];
  const families = [
    { household, guardian, children: [child.id, sibling.id] },
    ...others.map(({ household, guardian, child }) => ({ household, guardian, children: [child.id] })),
  ];
  const agent = await aSiteManager(ctx, household);
  return { ctx, agent, families, slotId: slot.id, revenueOfficeId: activity.revenueOfficeId };
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

const holding = new Set<State>(["requested", "late", "booked", "asked", "offered"]);
const on = ({ places }: Model, day: number) => [...places].filter(([key]) => key.endsWith(` ${day}`));
const held = (model: Model, day: number) => on(model, day).filter(([, { state }]) => holding.has(state)).length;
const waiting = (model: Model, day: number) => on(model, day).filter(([, { state }]) => state === "waiting");
const capacityOf = (day: number) => days[day]?.capacity ?? 0;
const closesOf = (day: number) => days[day]?.closes ?? 0;
/** Places for who asks now: what is freed is for those who wait. */
const left = (model: Model, day: number) => capacityOf(day) - held(model, day) - waiting(model, day).length;
const isLate = ({ now }: Model, day: number) => now >= closesOf(day);
const begunAt = (day: number) => days[day]?.begins ?? 0;
const hasBegun = ({ now }: Model, day: number) => now >= begunAt(day);
/** The time to pay what an agent has accepted or booked, in minutes: two days, but never past the service. */
const toPayUntil = ({ now }: Model, day: number) => Math.min(now + TWO_DAYS, begunAt(day));
const dayOf = (key: string) => Number(key.split(" ")[2]);
const unpaid = ({ places }: Model, family: number) =>
  [...places].filter(([key, { state }]) => key.startsWith(`${family} `) && state === "requested");
const inCart = (model: Model, family: number) =>
  unpaid(model, family).filter(([, { holdUntil }]) => holdUntil > model.now);
const creditOf = (model: Model, family: number) => model.credit[family] ?? 0;

const statuses: Record<State, string> = {
  requested: "requested payment",
  late: "requested approval",
  booked: "booked -",
  asked: "cancellation_requested -",
  excused: "absent_excused -",
  waiting: "waitlisted -",
  offered: "requested answer",
};

/** The tables of reservations and of accounts say what the model says, and no rule is broken. */
async function compare({ places, had, credit }: Model, { ctx, families, slotId, revenueOfficeId }: Real) {
  const rows = await ctx.db.execute<{
    childId: string;
    date: string;
    status: string;
    awaiting: string | null;
    hold: string | null;
  }>(sql`
    select r.child_id as "childId", o.date, r.status, r.awaiting, r.hold_expires_at as hold
    from reservations r join slot_occurrences o on o.id = r.occurrence_id
    where o.slot_id = ${slotId} and r.status not in ('refused', 'cancelled')`);
  const found = rows.map(({ childId, date, status, awaiting, hold }) => {
    const family = families.findIndex(({ children }) => children.includes(childId));
    const child = families[family]?.children.indexOf(childId);
    const day = days.findIndex((day) => day.date === date);
    const until = hold ? ` ${(new Date(hold).getTime() - ctx.now.getTime()) / 60_000}` : "";
    return `${family} ${child} ${day} ${status} ${awaiting ?? "-"}${until}`;
  });
  const expected = [...places].map(([key, { state, holdUntil }]) => {
    const until = state === "requested" || state === "offered" ? ` ${holdUntil}` : "";
    return `${key} ${statuses[state]}${until}`;
  });
  expect(found.toSorted()).toEqual(expected.toSorted());
  for (const key of places.keys()) had.add(key);
  const balances = families.map(({ household }) => balanceOf(ctx, { householdId: household.id, revenueOfficeId }));
  expect(await Promise.all(balances)).toEqual(credit);
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
    const asked = [...new Map(gesture(real, family, cells).map((wish) => [wish.key, wish])).values()];
    // What is held already stays as it is.
    const wishes = asked.filter(({ key }) => !isHeld(model.places.get(key)));
    let refused = 0;
    let reason = "done";
    const wanted: number[] = [];
    for (const { key, day } of wishes) {
      const full = left(model, day) <= wanted.filter((other) => other === day).length;
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
    expect(await codeOf(requestSlots(guardian, { householdId, cells: asked.map(({ cell }) => cell) }))).toBe(expected);
    if (refused > 0) return;
    for (const { key } of wishes) {
      model.places.set(key, { state: "requested", holdUntil: model.now + 20, requestedAt: model.now });
    }
  },
});

const isHeld = (place?: Place) => place !== undefined && ["requested", "late", "booked"].includes(place.state);
const isAsked = (place?: Place) => place !== undefined && ["requested", "late", "offered"].includes(place.state);

const withdraw = (family: number, cells: Cell[]): Step => ({
  name: `withdraw(${family}, ${JSON.stringify(cells)})`,
  async run(model, real) {
    const wishes = gesture(real, family, cells);
    const possible = wishes.every(({ key }) => isAsked(model.places.get(key)));

    const { guardian, householdId } = familyOf(real, family, model.now);
    const outcome = await codeOf(withdrawRequests(guardian, { householdId, cells: wishes.map(({ cell }) => cell) }));

    const isOver = wishes.every(({ key }) => model.had.has(key) && !model.places.has(key));
    expect(outcome).toBe(possible || isOver ? "done" : "cannot_withdraw");
    if (!possible) return;
    for (const { key } of wishes) {
      model.places.delete(key);
      model.cancelled.delete(key);
    }
  },
});

const tick = (minutes: number): Step => ({
  name: `tick(${minutes})`,
  async run(model) {
    model.now += minutes;
  },
});

/** As long as it takes until the service of a day begins. */
const waitForService = (day: number): Step => ({
  name: `waitForService(${day})`,
  async run(model) {
    model.now = Math.max(model.now, begunAt(day));
  },
});

/** The job: what nobody answered ends with the beginning of its service. */
const lapse: Step = {
  name: "lapse()",
  async run(model, real) {
    const over = [...model.places].filter(([key, { state }]) => state === "late" && hasBegun(model, dayOf(key)));
    expect(await lapseRequests(later(real.ctx, model.now))).toBe(over.length);
    for (const [key] of over) model.places.delete(key);
  },
};

const expire: Step = {
  name: "expire()",
  async run(model, real) {
    const over = [...model.places].filter(([, place]) => isAsked(place) && place.holdUntil <= model.now);
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
    const priceCents = lines.length * PRICE;
    const expectedTotalCents = Math.max(0, priceCents - creditOf(model, family));
    const order = { householdId, revenueOfficeId: real.revenueOfficeId, expectedTotalCents };
    if (lines.length === 0) return expect(await codeOf(checkout(guardian, order))).toBe("cart_empty");
    expect(await codeOf(checkout(guardian, { ...order, expectedTotalCents: 1 }))).toBe("cart_changed");

    const { paymentId } = await checkout(guardian, order);
    for (const [, place] of lines) place.holdUntil = Math.max(place.holdUntil, model.now + 25);
    const system = asSystem(guardian, "checkout");
    if (paymentId) {
      await openPayment(system, paymentId);
      if (!answered) return;
      await settlePayment(system, paymentId, anOutcome(await thePayment(system, paymentId)));
    }
    model.credit[family] = creditOf(model, family) + expectedTotalCents - priceCents;
    for (const [, place] of lines) place.state = "booked";
  },
});

type CellsVerb = (ctx: Context, input: CellsInput) => Promise<unknown>;
type Turn = {
  verb: CellsVerb;
  /** For the family, at the counter. */
  byAgent?: boolean;
  may: (model: Model, place: Place | undefined, day: number) => boolean;
};

/** A gesture that is done in whole when every cell allows it, and else not at all. */
const turn = (
  name: string,
  { verb, byAgent = false, may }: Turn,
  apply: (model: Model, key: string, family: number, day: number) => void,
) => {
  return (family: number, cells: Cell[]): Step => ({
    name: `${name}(${family}, ${JSON.stringify(cells)})`,
    async run(model, real) {
      const wishes = [...new Map(gesture(real, family, cells).map((wish) => [wish.key, wish])).values()];
      const possible = wishes.every(({ key, day }) => may(model, model.places.get(key), day));
      const { guardian, householdId } = familyOf(real, family, model.now);
      const who = byAgent ? later(real.agent, model.now) : guardian;
      const outcome = await codeOf(verb(who, { householdId, cells: wishes.map(({ cell }) => cell) }));
      expect(outcome === "done").toBe(possible);
      if (possible) for (const { key, day } of wishes) apply(model, key, family, day);
    },
  });
};

const place = (model: Model, key: string): Place => {
  const found = model.places.get(key);
  if (!found) throw new Error(`nothing at ${key}`);
  return found;
};
const giveBack = (model: Model, family: number) => {
  model.credit[family] = creditOf(model, family) + PRICE;
};

const cancel = turn(
  "cancel",
  { verb: cancelReservations, may: (model, place, day) => place?.state === "booked" && !isLate(model, day) },
  (model, key, family) => {
    model.places.delete(key);
    model.cancelled.set(key, { at: model.now, byAgent: false });
    giveBack(model, family);
  },
);
/** The slip of a finger, taken back within ten minutes by who made it, while the money and the place are still there. */
const takeBack =
  (byAgent: boolean) =>
  (family: number, cells: Cell[]): Step => {
    const mayUndo = (model: Model, real: Real): boolean =>
      gesture(real, family, cells).every(({ key, day }) => {
        const made = model.cancelled.get(key);
        const isTheirs = made !== undefined && made.byAgent === byAgent && model.now - made.at < 10;
        return isTheirs && !model.places.has(key) && !hasBegun(model, day) && left(model, day) > 0;
      });
    return {
      name: `takeBack(${byAgent ? "agent" : "family"}, ${family}, ${JSON.stringify(cells)})`,
      async run(model, real) {
        const [wish] = gesture(real, family, cells);
        if (!wish) return;
        const possible = mayUndo(model, real) && creditOf(model, family) >= PRICE;
        const { guardian, householdId } = familyOf(real, family, model.now);
        const who = byAgent ? later(real.agent, model.now) : guardian;
        const outcome = await codeOf(undoCancellations(who, { householdId, cells: [wish.cell] }));
        expect(outcome === "done").toBe(possible);
        if (!possible) return;
        model.cancelled.delete(wish.key);
        model.places.set(wish.key, { state: "booked", holdUntil: 0, requestedAt: model.now });
        model.credit[family] = creditOf(model, family) - PRICE;
      },
    };
  };
const ask = turn(
  "ask",
  {
    verb: requestCancellations,
    may: (model, place, day) => place?.state === "booked" && isLate(model, day) && !hasBegun(model, day),
  },
  (model, key) => {
    place(model, key).state = "asked";
  },
);
const askLate = turn(
  "askLate",
  {
    verb: requestLateSlots,
    may: (model, place, day) => !place && isLate(model, day) && !hasBegun(model, day) && left(model, day) > 0,
  },
  (model, key) => {
    model.places.set(key, { state: "late", holdUntil: Number.POSITIVE_INFINITY, requestedAt: model.now });
  },
);
const atTheCounter = (verb: (ctx: Context, input: ReasonedCellsInput) => Promise<unknown>): CellsVerb => {
  return (ctx, input) => verb(ctx, { ...input, note: "Au guichet" });
};
const bookAtCounter = turn(
  "bookAnyway",
  {
    verb: atTheCounter(bookAnyway),
    byAgent: true,
    may: (model, place, day) => !place && !hasBegun(model, day) && left(model, day) > 0,
  },
  (model, key, _, day) => {
    model.places.set(key, { state: "requested", holdUntil: toPayUntil(model, day), requestedAt: model.now });
  },
);
const cancelAtCounter = turn(
  "cancelAnyway",
  {
    verb: atTheCounter(cancelAnyway),
    byAgent: true,
    may: (model, place, day) => !hasBegun(model, day) && (place?.state === "booked" || place?.state === "asked"),
  },
  (model, key, family) => {
    model.places.delete(key);
    model.cancelled.set(key, { at: model.now, byAgent: true });
    giveBack(model, family);
  },
);
const unask = turn(
  "unask",
  { verb: withdrawCancellations, may: (_, place) => place?.state === "asked" },
  (model, key) => {
    place(model, key).state = "booked";
  },
);
const join = turn(
  "join",
  {
    verb: joinWaitingList,
    may: (model, place, day) => !place && !isLate(model, day) && left(model, day) <= 0,
  },
  (model, key) => {
    model.places.set(key, { state: "waiting", holdUntil: 0, requestedAt: model.now });
  },
);
const leave = turn(
  "leave",
  { verb: leaveWaitingList, may: (_, place) => place?.state === "waiting" || place?.state === "offered" },
  (model, key) => {
    model.places.delete(key);
    model.cancelled.delete(key);
  },
);
const accept = turn(
  "accept",
  { verb: acceptOffers, may: (model, place) => place?.state === "offered" && model.now < place.holdUntil },
  (model, key, _, day) => {
    const { requestedAt } = place(model, key);
    const holdUntil = Math.max(model.now + 20, Math.min(model.now + 60, closesOf(day)));
    model.places.set(key, { state: "requested", holdUntil, requestedAt });
  },
);

/** An agent answers what a family asked for too late on one day; accepted, it has two days to pay. Not once it has begun. */
const answerLate = (family: number, day: number, accepted: boolean): Step => ({
  name: `answerLate(${family}, ${day}, ${accepted})`,
  async run(model, real) {
    const waits = on(model, day).filter(([key, { state }]) => key.startsWith(`${family} `) && state === "late");
    const agent = later(real.agent, model.now);
    const { householdId } = familyOf(real, family, model.now);
    const demands = (await listDemands(agent)).filter((one) => one.isLate && one.householdId === householdId);
    const ids = demands.flatMap(({ places }) =>
      places.filter(({ date }) => date === days[day]?.date).map(({ id }) => id),
    );
    expect(ids).toHaveLength(waits.length);
    if (ids.length === 0) return;
    const answer = accepted ? approveRequests(agent, ids) : refuseRequests(agent, { ids, reason: "Trop tard." });
    const isTooLate = accepted && hasBegun(model, day);
    expect(await codeOf(answer)).toBe(isTooLate ? "service_begun" : "done");
    for (const [key, place] of isTooLate ? [] : waits) {
      if (accepted) Object.assign(place, { state: "requested", holdUntil: toPayUntil(model, day) });
      else model.places.delete(key);
    }
  },
});

/** The job: lists whose booking has ended are closed, then each free place goes to the first who waits. */
const offer: Step = {
  name: "offer()",
  async run(model, real) {
    let offered = 0;
    for (const [day] of days.entries()) {
      const queue = waiting(model, day);
      for (const [key] of isLate(model, day) ? queue : []) model.places.delete(key);
      if (isLate(model, day)) continue;
      for (const [, first] of queue.slice(0, capacityOf(day) - held(model, day))) {
        first.state = "offered";
        first.holdUntil = Math.max(model.now + 60, Math.min(model.now + 24 * 60, closesOf(day)));
        offered += 1;
      }
    }
    expect(await offerWaitingPlaces(later(real.ctx, model.now))).toBe(offered);
  },
};

/** An agent answers all that a family asked for on a day. */
const decide = (family: number, day: number, accepted: boolean): Step => ({
  name: `decide(${family}, ${day}, ${accepted})`,
  async run(model, real) {
    const asked = on(model, day).filter(([key, { state }]) => key.startsWith(`${family} `) && state === "asked");
    const rows = await real.ctx.db.execute<{ id: string }>(sql`
      select r.id from reservations r join slot_occurrences o on o.id = r.occurrence_id
      where r.status = 'cancellation_requested' and r.household_id = ${familyOf(real, family, 0).householdId}
        and o.slot_id = ${real.slotId} and o.date = ${days[day]?.date ?? ""}`);
    const ids = rows.map(({ id }) => Number(id));
    const agent = later(real.agent, model.now);
    const answer = accepted ? acceptCancellations(agent, ids) : refuseCancellations(agent, { ids, reason: "Non." });
    expect(await codeOf(answer)).toBe(asked.length > 0 ? "done" : "already_decided");
    for (const [key, one] of asked) {
      if (!accepted) {
        one.state = "booked";
        continue;
      }
      giveBack(model, family);
      model.places.delete(key);
      model.cancelled.delete(key);
    }
  },
});

/** A child is sick on a day: cancelled while it is time, excused after; the money comes back either way. */
const miss = (family: number, cell: Cell): Step => ({
  name: `miss(${family}, ${JSON.stringify(cell)})`,
  async run(model, real) {
    const [wish] = gesture(real, family, [cell]);
    if (!wish) return;
    const { guardian, householdId } = familyOf(real, family, model.now);
    const { childId, date } = wish.cell;
    const absence = { householdId, childId, from: date, to: date, reason: "illness" } as const;
    const isOver = model.now >= begunAt(wish.day) + TWO_HOURS;
    const isBooked = model.places.get(wish.key)?.state === "booked";
    const isMissable = isBooked && !isOver;
    const isRepeated = !isBooked && model.missed.has(wish.key);
    expect(await codeOf(declareAbsence(guardian, absence))).toBe(isMissable || isRepeated ? "done" : "nothing_to_miss");
    if (!isMissable) return;
    model.missed.add(wish.key);
    giveBack(model, family);
    if (isLate(model, wish.day)) {
      place(model, wish.key).state = "excused";
      return;
    }
    model.places.delete(wish.key);
    model.cancelled.set(wish.key, { at: model.now, byAgent: false });
  },
});
const comeAfterAll = (family: number, cell: Cell): Step =>
  turn(
    "comeAfterAll",
    {
      verb: withdrawAbsence,
      may: (model, place, day) =>
        place?.state === "excused" && !hasBegun(model, day) && left(model, day) > 0 && creditOf(model, family) >= PRICE,
    },
    (model, key) => {
      place(model, key).state = "booked";
      model.missed.delete(key);
      model.credit[family] = creditOf(model, family) - PRICE;
    },
  )(family, [cell]);

/** Every child of every family asks for the same day at the same moment: as many get it as there are places. */
const rush = (day: number): Step => ({
  name: `rush(${day})`,
  async run(model, real) {
    const room = isLate(model, day) ? 0 : Math.max(0, left(model, day));
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

    // Who holds the place already is told so.
    const winners = askers.filter(({ key }, index) => outcomes[index] === "done" && !model.places.has(key));
    expect(winners).toHaveLength(Math.min(room, eligible.length));
    for (const { key } of winners) {
      model.places.set(key, { state: "requested", holdUntil: model.now + 20, requestedAt: model.now });
    }
  },
});

/** Everybody wants the same day, one after another: those who come too late wait in their order. */
const crowd = (day: number, backwards: boolean): Step => ({
  name: `crowd(${day}, ${backwards})`,
  async run(model, real) {
    const askers = real.families.flatMap(({ children }, family) => children.map((_, child) => ({ family, child })));
    for (const { family, child } of backwards ? askers.toReversed() : askers) {
      const step = left(model, day) > 0 ? request : join;
      await step(family, [{ child, day }]).run(model, real);
    }
  },
});

/** Whoever only asked for a day gives it up, and the job serves those who wait. */
const release = (day: number): Step => ({
  name: `release(${day})`,
  async run(model, real) {
    for (const [key] of on(model, day).filter(([, place]) => isAsked(place))) {
      const [family = 0, child = 0] = key.split(" ").map(Number);
      await withdraw(family, [{ child, day }]).run(model, real);
    }
    await offer.run(model, real);
  },
});

const family = fc.nat(2);
const day = fc.nat(days.length - 1);
const cell = fc.record({ child: fc.nat(1), day });
const cells = fc.array(cell, { minLength: 1, maxLength: 4 });
const steps = [
  fc.tuple(family, cells).map(([family, cells]) => command(request(family, cells))),
  fc.tuple(family, cells).map(([family, cells]) => command(request(family, cells.slice(0, 1)))),
  fc.tuple(family, cells).map(([family, cells]) => command(withdraw(family, cells.slice(0, 2)))),
  fc.integer({ min: 1, max: 40 }).map((minutes) => command(tick(minutes))),
  fc.constant(command(expire)),
  family.map((family) => command(prolong(family))),
  fc.tuple(family, fc.boolean()).map(([family, answered]) => command(pay(family, answered))),
  day.map((day) => command(rush(day))),
  ...[
    ...[cancel, ask, unask, leave, accept, askLate, bookAtCounter, cancelAtCounter],
    ...[takeBack(false), takeBack(true)],
  ].map((turn) => fc.tuple(family, cells).map(([family, cells]) => command(turn(family, cells.slice(0, 1))))),
  day.map((day) => command(waitForService(day))),
  fc.constant(command(lapse)),
  fc.tuple(family, cells).map(([family, cells]) => command(cancel(family, cells.slice(0, 2)))),
  fc.tuple(family, cells).map(([family, cells]) => command(join(family, cells.slice(0, 2)))),
  fc.tuple(family, cells).map(([family, cells]) => command(join(family, cells.slice(0, 1)))),
  fc.constant(command(offer)),
  fc.tuple(day, fc.boolean()).map(([day, backwards]) => command(crowd(day, backwards))),
  day.map((day) => command(release(day))),
  fc.tuple(family, day, fc.boolean()).map(([family, day, accepted]) => command(decide(family, day, accepted))),
  fc.tuple(family, day, fc.boolean()).map(([family, day, accepted]) => command(answerLate(family, day, accepted))),
  fc.tuple(family, cell).map(([family, cell]) => command(miss(family, cell))),
  fc.tuple(family, cell).map(([family, cell]) => command(comeAfterAll(family, cell))),
];

const aModel = (): Model => ({
  now: 0,
  places: new Map(),
  cancelled: new Map(),
  had: new Set(),
  missed: new Set(),
  credit: [0, 0, 0],
});

const cellOn = (day: number): Cell[] => [{ child: 0, day }];

/** Asked for too late and never answered; a slip of the finger taken back; a cancellation that outlives its service. */
const unanswered = [
  bookAtCounter(0, cellOn(1)),
  pay(0, true),
  tick(240),
  askLate(1, cellOn(1)),
  cancelAtCounter(0, cellOn(1)),
  takeBack(false)(0, cellOn(1)),
  takeBack(true)(0, cellOn(1)),
  ask(0, cellOn(1)),
  lapse,
  waitForService(1),
  answerLate(1, 1, true),
  lapse,
  lapse,
  decide(0, 1, true),
];

test("what nobody answers ends with its service, and gives its place back; a cancellation waits on", async ({
  committed: ctx,
}) => {
  const real = await aTown(ctx);
  await fc.asyncModelRun(() => ({ model: aModel(), real }), unanswered.map(command));
});

/** What a portal that forgot a rule would do: the model, and the invariants, see it. */
const broken: Record<string, Step> = {
  "a job that never runs": {
    name: "lapse() that does nothing",
    run: async (model) => {
      for (const [key, { state }] of model.places) if (state === "late") model.places.delete(key);
    },
  },
  "a job that ends requests before their service": {
    name: "lapse() too early",
    run: (_, { ctx }) => lapseRequests({ ...ctx, now: new Date("2026-12-01T00:00:00Z") }).then(() => {}),
  },
  "a place given back without a word of it": {
    name: "lapse() without its change",
    async run(model, { ctx }) {
      await ctx.db.execute(
        sql`update reservations set status = 'refused', awaiting = null where awaiting = 'approval'`,
      );
      for (const [key, { state }] of model.places) if (state === "late") model.places.delete(key);
    },
  },
};

test.for(Object.entries(broken))("the oracle sees %s", async ([, mistake], { committed: ctx }) => {
  const real = await aTown(ctx);
  const model = aModel();
  for (const step of [tick(240), askLate(1, cellOn(1))]) await step.run(model, real);
  await compare(model, real);
  await mistake.run(model, real);
  await expect(compare(model, real)).rejects.toThrow(/to deeply equal/);
});

test("those who wait are served in their order, each once, until nobody is left", async ({ committed: ctx }) => {
  const real = await aTown(ctx);
  const story = [
    crowd(0, false),
    crowd(1, true),
    release(0),
    release(1),
    tick(61),
    expire,
    offer,
    tick(61),
    expire,
    offer,
  ];
  await fc.asyncModelRun(() => ({ model: aModel(), real }), story.map(command));
});

test("whatever families do, in whatever order, places and states are what a simple model says", {
  timeout: 300_000,
}, async ({ committed: ctx }) => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 30, size: "max" }), async (commands) => {
      await expireHolds(later(ctx, 1_000_000)); // what the run before has left
      await lapseRequests(later(ctx, 1_000_000));
      await offerWaitingPlaces(later(ctx, 1_000_000));
      const real = await aTown(ctx);
      await fc.asyncModelRun(() => ({ model: aModel(), real }), commands);
    }),
    { numRuns: 30, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
  );
});
