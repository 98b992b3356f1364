import { expect } from "vitest";
import { payments, revenueOffices } from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import { asSystem } from "@/lib/core/context";
import { getDeparture } from "@/lib/payments/get-departure";
import { openPayment } from "@/lib/payments/open-payment";
import { aCart, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { anotherFamily, later } from "../../support/factories";
import { aPayfipBank } from "../../support/payfip-bank";

aPayfipBank();

test("draws again the very form that was signed when the payment was opened", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const { paymentId } = await checkout(guardian, order);
  const opened = await openPayment(asSystem(ctx, "checkout"), paymentId ?? "");

  expect(await getDeparture(later(guardian, 3), paymentId ?? "")).toEqual(opened);
});

test("is gone when its places could be given back before the payer is back", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const { id } = await aPaymentAtTheBank(guardian, order);
  expect(await getDeparture({ ...guardian, now: new Date(later(ctx, 10).now.getTime() - 1) }, id)).toBeDefined();
  expect(await getDeparture(later(guardian, 10), id)).toBeUndefined();
});

test("is gone once the payment has ended, or when the shop has changed its mode", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { gateway: "systempay" });
  const { id } = await aPaymentAtTheBank(guardian, order);
  await ctx.db.update(payments).set({ status: "refused" });
  expect(await getDeparture(guardian, id)).toBeUndefined();

  await ctx.db.update(payments).set({ status: "pending" });
  await ctx.db.update(revenueOffices).set({ gatewaySettings: { siteId: "12345678", mode: "PRODUCTION" } });
  expect(await getDeparture(guardian, id)).toBeUndefined();
});

test("leads back to the very page that PayFiP opened, as long as the régie keeps its mode", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const { paymentId } = await checkout(guardian, order);
  expect(await getDeparture(guardian, paymentId ?? "")).toBeUndefined();
  const opened = await openPayment(asSystem(ctx, "checkout"), paymentId ?? "");
  expect(await getDeparture(later(guardian, 3), paymentId ?? "")).toEqual(opened);

  await ctx.db.update(revenueOffices).set({ gatewaySettings: { numcli: "090909", saisie: "W" } });
  expect(await getDeparture(guardian, paymentId ?? "")).toBeUndefined();
});

test("another family's is answered like a missing one", async ({ ctx }) => {
  const { guardian, order, activity, household } = await aCart(ctx, { gateway: "systempay" });
  const { id } = await aPaymentAtTheBank(guardian, order);
  const other = await anotherFamily(ctx, activity);
  await expect(getDeparture(other.guardian, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getDeparture(guardian, household.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getDeparture(guardian, "n’importe quoi")).rejects.toMatchObject({ code: "not_found" });
  await expect(getDeparture({ ...ctx, actor: { kind: "visitor" } }, id)).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
