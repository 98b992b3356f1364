import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { payments, receipts, revenueOffices } from "@/db/schema";
import { pollOpenPayments } from "@/lib/billing/poll-open-payments";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { aCart, aPaymentAtTheBank, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";
import { aPayfipBank } from "../../support/payfip-bank";

const bank = aPayfipBank();

test("settles what no notification ever told", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  bank.says(reference, "P");

  expect(await pollOpenPayments(later(ctx, 1))).toBe(0);
  expect(await pollOpenPayments(later(ctx, 2))).toBe(1);

  expect(await thePayment(ctx, id)).toMatchObject({ status: "paid", nextCheckAt: null });
  expect(await pollOpenPayments(later(ctx, 60))).toBe(0);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("every notification lost, the state follows the bank within five minutes", async ({ ctx }) => {
  for (const paidAt of [0, 3, 6, 11, 16, 19]) {
    const { guardian, order } = await aCart(ctx);
    const { id, reference } = await aPaymentAtTheBank(guardian, order);
    let foundAt: number | undefined;
    for (let minute = 0; minute <= 30 && foundAt === undefined; minute += 1) {
      if (minute === paidAt) bank.says(reference, "P");
      await expireHolds(later(ctx, minute));
      await pollOpenPayments(later(ctx, minute));
      if ((await thePayment(ctx, id)).status === "paid") foundAt = minute;
    }
    expect((foundAt ?? Number.POSITIVE_INFINITY) - paidAt).toBeLessThanOrEqual(5);
  }
  const kept = (await ctx.db.select().from(receipts)).filter(({ view }) => view.keptAsCreditCents > 0);
  expect(kept).toEqual([]);
});

test("goes on asking about what has expired, less and less, for a week", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, createdAt } = await aPaymentAtTheBank(guardian, order);

  const asked: number[] = [];
  for (let next = later(ctx, 2).now; next; next = (await thePayment(ctx, id)).nextCheckAt ?? next) {
    if ((await pollOpenPayments({ ...ctx, now: next })) === 0) break;
    asked.push((next.getTime() - createdAt.getTime()) / 60_000);
  }

  const hours = Array.from({ length: 24 }, (_, hour) => (hour + 1) * 60);
  const days = [2, 3, 4, 5, 6, 7].map((day) => day * 24 * 60);
  expect(asked).toEqual([2, 5, 10, 15, 20, 25, ...hours, ...days]);
  expect(await thePayment(ctx, id)).toMatchObject({ status: "expired", nextCheckAt: null });
});

test("finds on the third day what was paid", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  for (const hours of [1, 2, 24, 48]) await pollOpenPayments(later(ctx, hours * 60 + 1));
  expect(await thePayment(ctx, id)).toMatchObject({ status: "expired" });

  bank.says(reference, "P");
  await pollOpenPayments(later(ctx, 3 * 24 * 60));

  expect(await thePayment(ctx, id)).toMatchObject({ status: "paid" });
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("one payment that cannot be asked about does not stop the others", async ({ committed: ctx }) => {
  const broken = await aCart(ctx);
  const first = await aPaymentAtTheBank(broken.guardian, broken.order);
  await ctx.db
    .update(revenueOffices)
    .set({ gatewaySettings: { siteId: "12345678", mode: "TEST" } })
    .where(eq(revenueOffices.id, broken.account.revenueOfficeId));
  const { guardian, order } = await aCart(ctx);
  const second = await aPaymentAtTheBank(guardian, order);
  bank.says(second.reference, "P");

  expect(await pollOpenPayments(later(ctx, 2))).toBe(2);

  expect(await thePayment(ctx, second.id)).toMatchObject({ status: "paid" });
  expect(await thePayment(ctx, first.id)).toMatchObject({ status: "pending", nextCheckAt: later(ctx, 5).now });
});

test("a payment that the bank is slow to answer about does not keep the next one waiting", async ({
  committed: ctx,
}) => {
  const [slow, next] = [await aCart(ctx), await aCart(ctx)];
  const first = await aPaymentAtTheBank(slow.guardian, slow.order);
  const second = await aPaymentAtTheBank(next.guardian, next.order);
  for (const { reference } of [first, second]) bank.says(reference, "P");
  bank.answersAfter(first.reference, second.reference);

  expect(await pollOpenPayments(later(ctx, 2))).toBe(2);

  for (const { id } of [first, second]) expect(await thePayment(ctx, id)).toMatchObject({ status: "paid" });
});

test("while the bank is down it is asked again at its next time", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  bank.says(reference, "P");
  bank.isInTrouble("999");
  expect(await pollOpenPayments(later(ctx, 2))).toBe(1);
  expect(await pollOpenPayments(later(ctx, 3))).toBe(0);
  expect(await thePayment(ctx, id)).toMatchObject({ status: "pending", nextCheckAt: later(ctx, 5).now });

  bank.isInTrouble();
  await pollOpenPayments(later(ctx, 5));
  expect(await thePayment(ctx, id)).toMatchObject({ status: "paid" });
});

test("two pollers at the same moment settle each payment once", async ({ committed: ctx }) => {
  for (let count = 0; count < 3; count += 1) {
    const { guardian, order } = await aCart(ctx);
    bank.says((await aPaymentAtTheBank(guardian, order)).reference, "P");
  }
  await Promise.all([
    pollOpenPayments(later(ctx, 2)),
    pollOpenPayments(later(ctx, 2)),
    pollOpenPayments(later(ctx, 2)),
  ]);
  expect((await ctx.db.select().from(payments)).map(({ status }) => status)).toEqual(["paid", "paid", "paid"]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian } = await aCart(ctx);
  await expect(pollOpenPayments(guardian)).rejects.toMatchObject({ code: "forbidden" });
});
