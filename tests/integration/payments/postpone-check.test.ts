import { expect } from "vitest";
import { payments } from "@/db/schema";
import { postponeCheck } from "@/lib/payments/postpone-check";
import { aCart, aPaymentAtTheBank, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { aPayfipBank } from "../../support/payfip-bank";

aPayfipBank();

test("sets the next time before anyone is asked", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id } = await aPaymentAtTheBank(guardian, order);
  expect(await thePayment(ctx, id)).toMatchObject({ nextCheckAt: later(ctx, 2).now });

  for (const [minutes, next] of [
    [2, 5],
    [5, 10],
    [14, 15],
    [26, 60],
    [60, 120],
  ] as const) {
    await postponeCheck(later(ctx, minutes), id);
    expect(await thePayment(ctx, id)).toMatchObject({ nextCheckAt: later(ctx, next).now });
  }
  await postponeCheck(later(ctx, 7 * 24 * 60), id);
  expect(await thePayment(ctx, id)).toMatchObject({ nextCheckAt: null });
});

test("asks no more about what is paid", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id } = await aPaymentAtTheBank(guardian, order);
  await ctx.db.update(payments).set({ status: "paid" });
  await postponeCheck(later(ctx, 2), id);
  expect(await thePayment(ctx, id)).toMatchObject({ nextCheckAt: null });
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { id } = await aPaymentAtTheBank(guardian, order);
  await expect(postponeCheck(guardian, id)).rejects.toMatchObject({ code: "forbidden" });
});
