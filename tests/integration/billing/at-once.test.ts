import { expect } from "vitest";
import { payments } from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import { prolongCart } from "@/lib/billing/cart/prolong-cart";
import { getCart } from "@/lib/billing/cart/queries";
import { settlePayment } from "@/lib/billing/settle-payment";
import { asSystem, type Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { openPayment } from "@/lib/payments/open-payment";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCart, anOutcome, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { anotherFamily, later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

const dates = ["2026-09-29", "2026-09-28", "2026-09-25", "2026-09-24", "2026-09-22", "2026-09-21", "2026-09-18"];

/** What a family pays when it presses the button just now; the bank answers at once, and twice. */
async function pay(guardian: Context, account: { householdId: string; revenueOfficeId: string }) {
  const { blocks } = await getCart(guardian, account.householdId);
  const { paymentId } = await checkout(guardian, { ...account, expectedTotalCents: blocks[0]?.totalCents ?? 0 });
  if (!paymentId) return;
  const system = asSystem(guardian, "checkout");
  await openPayment(system, paymentId);
  const payment = await thePayment(system, paymentId);
  await Promise.all([1, 2].map(() => settlePayment(system, paymentId, anOutcome(payment))));
}

/** Whatever is no refusal that a person can understand: deadlocks, serialization failures, bugs. */
const accidents = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) =>
    outcome.status === "rejected" && !(outcome.reason instanceof DomainError) ? [outcome.reason] : [],
  );

test("two parents, a sweeper and the bank, all at once on one cart: no deadlock, and every rule holds", async ({
  committed: ctx,
}) => {
  const { guardian, account, household, cells } = await aCart(ctx, { gateway: "systempay", dates });
  const { householdId } = account;
  const [one, two, three] = [cells.slice(0, 3), cells.slice(2, 5), cells.slice(4).toReversed()];

  for (let round = 0; round < 6; round += 1) {
    const now = later(guardian, round);
    const outcomes = await Promise.allSettled([
      withdrawRequests(now, { householdId, cells: one }),
      pay(now, account),
      prolongCart(now, account),
      withdrawRequests(now, { householdId, cells: three }),
      requestSlots(now, { householdId, cells: one.toReversed() }),
      prolongCart(now, account),
      expireHolds(later(ctx, round + 20)),
      requestSlots(now, { householdId, cells: two }),
      pay(now, account),
      withdrawRequests(now, { householdId: household.id, cells: two }),
      requestSlots(now, { householdId, cells: three }),
      expireHolds(later(ctx, round + 30)),
    ]);
    expect(accidents(outcomes)).toEqual([]);
  }
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("many families after few places, paying and giving back: no deadlock, and every rule holds", async ({
  committed: ctx,
}) => {
  const { activity, account, slot } = await aCart(ctx, { gateway: "systempay", dates });
  const families = await Promise.all(Array.from({ length: 8 }, () => anotherFamily(ctx, activity)));

  const outcomes = await Promise.allSettled(
    families.map(async ({ household, child, guardian }, index) => {
      const cellOn = (date: string) => ({ childId: child.id, slotId: slot.id, date });
      const cells = (index % 2 ? dates : dates.toReversed()).map(cellOn);
      await requestSlots(guardian, { householdId: household.id, cells });
      await Promise.all([
        withdrawRequests(guardian, { householdId: household.id, cells: cells.slice(0, 2) }),
        prolongCart(later(guardian, 10), { ...account, householdId: household.id }),
      ]);
      await pay(guardian, { ...account, householdId: household.id });
    }),
  );

  expect(accidents(outcomes)).toEqual([]);
  const paid = (await ctx.db.select().from(payments)).filter(({ status }) => status === "paid");
  expect(paid).toHaveLength(8);
  expect(await checkInvariants(ctx)).toEqual([]);
});
