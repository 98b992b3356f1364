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
import { openPayment } from "@/lib/payments/open-payment";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { thePayment } from "../../support/carts";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { aPayfipBank } from "../../support/payfip-bank";
import { systempayNotice } from "../../support/systempay-notice";
import {
  type Attempt,
  askedNow,
  aTown,
  compare,
  type Decision,
  dates,
  hasTakenMoney,
  hear,
  isPayfip,
  type Model,
  type Real,
  who,
} from "./settlement-world";

const bank = aPayfipBank();

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
    const order = { householdId, revenueOfficeId, expectedTotalCents };
    const { paymentId, isStarted } = await checkout(guardian, order);
    expect(paymentId === null).toBe(expectedTotalCents === 0);
    // Started a moment ago: whoever presses again goes on with that payment.
    if (!paymentId || isStarted || cut) return;

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
  timeout: 300_000,
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
