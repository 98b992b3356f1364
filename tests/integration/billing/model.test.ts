import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import { checkout } from "@/lib/billing/cart/checkout";
import { getCart } from "@/lib/billing/cart/queries";
import { checkPayment } from "@/lib/billing/check-payment";
import { pollOpenPayments } from "@/lib/billing/poll-open-payments";
import { receivePayfipNotification } from "@/lib/billing/receive-payfip-notification";
import { receiveSystempayNotification } from "@/lib/billing/receive-systempay-notification";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { openPayment } from "@/lib/payments/open-payment";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCredit, thePayment } from "../../support/carts";
import { test } from "../../support/database";
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
import { aPayfipBank } from "../../support/payfip-bank";
import { systempayNotice } from "../../support/systempay-notice";

const bank = aPayfipBank();

/** Few places, so that what one family lets go another may take. */
const dates = ["2026-09-18", "2026-09-21", "2026-09-22"];
const CAPACITY = 2;
/** What each family has at one of the two régies to begin with: two evenings of three. */
const OPENING_CENTS = 600;

type Decision = "paid" | "refused" | "cancelled" | "wrong_amount";
/** One try at a bank: what it decided, and whether we can know by now. */
type Attempt = {
  payment: Awaited<ReturnType<typeof thePayment>>;
  /** Messages of Systempay, oldest first; PayFiP's all say the same. */
  messages: { body: string; decision: Decision }[];
  decision?: Decision;
  /** Whether we were told, or found out, that it is paid. */
  heard: boolean;
  /** Whether we were told of another amount. */
  quarantined: boolean;
};
type Model = { now: number; attempts: Attempt[]; trouble: boolean };
type Real = Awaited<ReturnType<typeof aTown>>;

/** Two families, two régies, four full carts, two of them with credit. */
async function aTown(ctx: Context) {
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

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    },
  );

function who({ families, offers }: Real, family: number, offer: number, now: number) {
  const [someone, something] = [families[family], offers[offer]];
  if (!someone || !something) throw new Error("no such family or offer");
  const account = { householdId: someone.household.id, revenueOfficeId: something.activity.revenueOfficeId };
  const cellOn = (day: number) => ({ childId: someone.child.id, slotId: something.slot.id, date: dates[day] ?? "" });
  return { guardian: later(someone.guardian, now), account, cellOn };
}

const hasTakenMoney = ({ decision }: Attempt) => decision === "paid" || decision === "wrong_amount";
const isPayfip = ({ payment }: Attempt) => payment.gateway === "payfip";

/** What the bank knows reaches us: we must have acted on it. */
function hear(attempt: Attempt, decision: Decision | undefined) {
  if (decision === "paid") attempt.heard = true;
  if (decision === "wrong_amount" && !attempt.heard) attempt.quarantined = true;
}

const askedNow = (model: Model, attempt: Attempt) => {
  if (isPayfip(attempt) && !model.trouble && !attempt.heard) hear(attempt, attempt.decision);
};

/** Money is where it must be, states are what the bank has told, and no rule is broken. */
async function compare(model: Model, { ctx, families }: Real) {
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

/** PayFiP answers nothing sensible to whatever comes next. */
const FALLS = "PayFiP falls";

type Step = { name: string; run: (model: Model, real: Real) => Promise<unknown> };

const command = ({ name, run }: Step): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  async run(model, real) {
    bank.isInTrouble(model.trouble ? "999" : undefined);
    await run(model, real);
    model.trouble = name === FALLS;
    await compare(model, real);
  },
  toString: () => name,
});

/** A step about one of the attempts so far, the last one first, if there is any. */
const about = (
  name: string,
  pick: number,
  run: (model: Model, real: Real, attempt: Attempt) => Promise<unknown>,
): Step => ({
  name: `${name} #${pick}`,
  async run(model, real) {
    const attempt = model.attempts.toReversed()[pick % Math.max(1, model.attempts.length)];
    if (attempt) await run(model, real, attempt);
  },
});

const request = (family: number, offer: number, days: number[]): Step => ({
  name: `request(${family}, ${offer}, ${days})`,
  async run(model, real) {
    const { guardian, account, cellOn } = who(real, family, offer, model.now);
    for (const day of days) {
      const code = await codeOf(requestSlots(guardian, { ...account, cells: [cellOn(day)] }));
      expect(["done", "already_booked", "slot_full", "booking_closed"]).toContain(code);
    }
  },
});

const withdraw = (family: number, offer: number, day: number): Step => ({
  name: `withdraw(${family}, ${offer}, ${day})`,
  async run(model, real) {
    const { guardian, account, cellOn } = who(real, family, offer, model.now);
    const code = await codeOf(withdrawRequests(guardian, { ...account, cells: [cellOn(day)] }));
    expect(["done", "cannot_withdraw"]).toContain(code);
  },
});

/** One of the carts that hold something leaves for the bank; `cut`: the power fails before the bank is called. */
const leave = (pick: number, cut: boolean): Step => ({
  name: `leave(${pick}${cut ? ", cut" : ""})`,
  async run(model, real) {
    const carts = await Promise.all(
      real.families.map(async ({ household, guardian }) => {
        const now = later(guardian, model.now);
        const { blocks } = await getCart(now, household.id);
        return blocks.map((block) => ({ guardian: now, householdId: household.id, ...block }));
      }),
    );
    const cart = carts.flat()[pick % Math.max(1, carts.flat().length)];
    if (!cart) return;
    const { guardian, householdId, revenueOfficeId, totalCents: expectedTotalCents } = cart;
    const { paymentId } = await checkout(guardian, { householdId, revenueOfficeId, expectedTotalCents });
    expect(paymentId === null).toBe(expectedTotalCents === 0);
    if (!paymentId || cut) return;

    const system = asSystem(guardian, "checkout");
    const code = await codeOf(openPayment(system, paymentId));
    if (code !== "done") return expect([model.trouble, code]).toEqual([true, "gateway_unavailable"]);
    const payment = await thePayment(system, paymentId);
    model.attempts.push({ payment, messages: [], heard: false, quarantined: false });
  },
});

const words = { paid: "P", refused: "R", cancelled: "A", wrong_amount: "P" };
const statuses = { paid: "AUTHORISED", refused: "REFUSED", cancelled: "ABANDONED", wrong_amount: "AUTHORISED" };

/** The payer makes up their mind at the bank; what was refused or given up there may still be paid. */
const decide = (pick: number, decision: Decision): Step =>
  about(`decide ${decision}`, pick, async (_, __, attempt) => {
    if (hasTakenMoney(attempt)) return;
    attempt.decision = decision;
    const { payment } = attempt;
    const amount = String(payment.amountCents - (decision === "wrong_amount" ? 1 : 0));
    if (isPayfip(attempt)) return bank.says(payment.reference, words[decision], { montant: amount });
    const body = systempayNotice(payment, { vads_trans_status: statuses[decision], vads_amount: amount });
    attempt.messages.push({ body, decision });
  });

/** What is delivered, and what it tells: any of the bank's messages, in any order. */
async function deliver(model: Model, ctx: Context, attempt: Attempt, which: number): Promise<Decision | undefined> {
  const now = later(ctx, model.now);
  if (isPayfip(attempt)) {
    await receivePayfipNotification(now, `idop=${attempt.payment.reference}`, "");
    return model.trouble || attempt.heard ? undefined : attempt.decision;
  }
  const message = attempt.messages[which % Math.max(1, attempt.messages.length)];
  if (message) await receiveSystempayNotification(now, message.body);
  return message?.decision;
}

const notify = (pick: number, which: number, times: number): Step =>
  about(`notify ×${times} (${which})`, pick, async (model, { ctx }, attempt) => {
    const told = await Promise.all(Array.from({ length: times }, () => deliver(model, ctx, attempt, which)));
    hear(attempt, told[0]);
  });

/** Told, acted upon, and all of it lost with the power before the commit. */
const crash = (pick: number, which: number): Step =>
  about("crash", pick, async (model, { ctx }, attempt) => {
    const lost = inTransaction(ctx, async (ctx) => {
      await deliver(model, ctx, attempt, which);
      throw new Error("power cut");
    });
    await expect(lost).rejects.toThrow("power cut");
  });

const comeBack = (pick: number): Step =>
  about("come back", pick, async (model, { ctx }, attempt) => {
    await checkPayment(later(ctx, model.now), attempt.payment.id);
    askedNow(model, attempt);
  });

const forge = (pick: number): Step =>
  about("forge", pick, async (model, { ctx }, attempt) => {
    const body = systempayNotice(attempt.payment, {}, "0000000000000000");
    const code = await codeOf(receiveSystempayNotification(later(ctx, model.now), body));
    expect(code).toBe("invalid_notification");
  });

const poll: Step = {
  name: "poll",
  async run(model, { ctx }) {
    const now = later(ctx, model.now);
    const due = await ctx.db.execute<{ id: string }>(
      sql`select id from payments where next_check_at <= ${now.now.toISOString()}`,
    );
    await pollOpenPayments(now);
    for (const attempt of model.attempts) {
      if (due.some(({ id }) => id === attempt.payment.id)) askedNow(model, attempt);
    }
  },
};

const tick = (minutes: number): Step => ({
  name: `tick(${minutes})`,
  async run(model) {
    model.now += minutes;
  },
});
const expire: Step = { name: "expire", run: (model, { ctx }) => expireHolds(later(ctx, model.now)) };
const fall: Step = { name: FALLS, run: async () => {} };

/** In the end everything that the banks know has come through, and no euro is missing. */
async function settleEverything(model: Model, real: Real) {
  model.trouble = false;
  bank.isInTrouble();
  model.now += 24 * 60;
  for (const attempt of model.attempts) {
    for (let which = 0; which < Math.max(1, attempt.messages.length); which += 1) {
      hear(attempt, await deliver(model, real.ctx, attempt, which));
    }
  }
  await compare(model, real);
  expect(model.attempts.filter(hasTakenMoney).filter(({ heard, quarantined }) => !heard && !quarantined)).toEqual([]);
  await real.ctx.db.execute(sql`update payments set next_check_at = null`); // nothing is left for the next run to ask
}

const pick = fc.nat(3);
const some = fc.nat(1);
const day = fc.nat(dates.length - 1);
const days = fc.uniqueArray(day, { minLength: 1 });
const decision = fc.constantFrom<Decision>("paid", "paid", "paid", "refused", "cancelled", "wrong_amount");
const minutes = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }, fc.integer({ min: 15, max: 45 }));
const requests = fc.tuple(some, some, days).map(([family, offer, days]) => request(family, offer, days));
const withdrawals = fc.tuple(some, some, day).map(([family, offer, day]) => withdraw(family, offer, day));
const decisions = fc.tuple(pick, decision).map(([pick, decision]) => decide(pick, decision));
const notices = fc.tuple(pick, fc.nat(2), fc.integer({ min: 1, max: 3 })).map((told) => notify(...told));
const crashes = fc.tuple(pick, fc.nat(2)).map(([pick, which]) => crash(pick, which));
/** How often each happens, beside the others. */
const weights: [number, fc.Arbitrary<Step>][] = [
  [2, requests],
  [4, pick.map((pick) => leave(pick, false))],
  [1, pick.map((pick) => leave(pick, true))],
  [4, decisions],
  [3, notices],
  [1, crashes],
  [2, withdrawals],
  [1, pick.map(comeBack)],
  [1, pick.map(forge)],
  [1, fc.constant(poll)],
  [1, fc.constant(expire)],
  [2, minutes.map(tick)],
  [1, fc.constant(fall)],
];
const steps = weights.flatMap(([weight, step]) => Array.from({ length: weight }, () => step.map(command)));

test("whatever the order in which banks, payers and clocks act, no euro is lost and none is counted twice", {
  timeout: 90_000,
}, async ({ committed: ctx }) => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: "max" }), async (commands) => {
      const real = await aTown(ctx);
      const model: Model = { now: 0, attempts: [], trouble: false };
      await fc.asyncModelRun(() => ({ model, real }), commands);
      await settleEverything(model, real);
    }),
    { numRuns: 25, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
});
