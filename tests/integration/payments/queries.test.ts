import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { payments } from "@/db/schema";
import {
  findOffice,
  findOfficeOfShop,
  findPayment,
  findPaymentByReference,
  listDueChecks,
} from "@/lib/payments/queries";
import { aCart, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { aRevenueOffice, later } from "../../support/factories";

test("finds a payment by our name, and by the bank's", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const { id, reference } = await aPaymentAtTheBank(guardian, order);

  expect(await findPayment(ctx, id)).toMatchObject({ id, reference, amountCents: 300 });
  expect(await findPaymentByReference(ctx, "systempay", reference ?? "")).toMatchObject({ id });
  expect(await findPaymentByReference(ctx, "payfip", reference ?? "")).toBeUndefined();
  expect(await findPaymentByReference(ctx, "systempay", "12345678-20260909-999999")).toBeUndefined();
});

test("finds the régie of a shop", async ({ ctx }) => {
  await aRevenueOffice(ctx);
  const shop = await aRevenueOffice(ctx, "systempay");
  expect(await findOfficeOfShop(ctx, "12345678")).toMatchObject({ id: shop.id });
  expect(await findOfficeOfShop(ctx, "00000000")).toBeUndefined();
  expect(await findOfficeOfShop(ctx, "' or true --")).toBeUndefined();
  expect(await findOffice(ctx, shop.id)).toMatchObject({ email: "regie@exemple.fr" });
});

test("lists the payments whose time to be asked about has come, the longest waiting first", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const first = await aPaymentAtTheBank(guardian, order);
  const second = await aPaymentAtTheBank(later(guardian, 3), order);
  const settled = await aPaymentAtTheBank(later(guardian, 6), order);
  await ctx.db.update(payments).set({ nextCheckAt: null }).where(eq(payments.id, settled.id));

  expect(await listDueChecks(later(ctx, 1), 10)).toEqual([]);
  expect(await listDueChecks(later(ctx, 2), 10)).toEqual([first.id]);
  expect(await listDueChecks(later(ctx, 5), 10)).toEqual([first.id, second.id]);
  expect(await listDueChecks(later(ctx, 5), 1)).toEqual([first.id]);
});

test("all of it is for the portal itself: a bank's settings are nobody's to read", async ({ ctx }) => {
  const { guardian, order, account } = await aCart(ctx, { gateway: "systempay" });
  const { id, reference } = await aPaymentAtTheBank(guardian, order);
  for (const read of [
    findPayment(guardian, id),
    findPaymentByReference(guardian, "systempay", reference ?? ""),
    findOffice(guardian, account.revenueOfficeId),
    findOfficeOfShop(guardian, "12345678"),
    listDueChecks(guardian, 1),
  ]) {
    await expect(read).rejects.toMatchObject({ code: "forbidden" });
  }
});
