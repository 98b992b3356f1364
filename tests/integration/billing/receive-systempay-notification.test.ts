import { describe, expect } from "vitest";
import { emails, ledgerTransactions, paymentIncidents, paymentNotices, receipts, revenueOffices } from "@/db/schema";
import { receiveSystempayNotification } from "@/lib/billing/receive-systempay-notification";
import type { Context } from "@/lib/core/context";
import { aCart, aPaymentAtTheBank, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";
import { systempayNotice } from "../../support/systempay-notice";

async function atTheBank(ctx: Context) {
  const cart = await aCart(ctx, { gateway: "systempay" });
  return { ...cart, payment: await aPaymentAtTheBank(cart.guardian, cart.order) };
}

async function expectNothingDone(ctx: Context, id: string) {
  expect(await thePayment(ctx, id)).toMatchObject({ status: "pending", settledAt: null });
  expect(await ctx.db.select().from(ledgerTransactions)).toEqual([]);
  expect(await ctx.db.select().from(receipts)).toEqual([]);
}

test("settles what its signature proves", async ({ ctx }) => {
  const { payment } = await atTheBank(ctx);
  const body = systempayNotice(payment);

  expect(await receiveSystempayNotification(later(ctx, 3), body)).toBe("paid");

  expect(await thePayment(ctx, payment.id)).toMatchObject({
    status: "paid",
    means: "card",
    bankReference: "4f2c0d8f6a7b4b1c9d3e5f60718293a4",
  });
  expect(await ctx.db.select().from(paymentNotices)).toMatchObject([
    { gateway: "systempay", paymentId: payment.id, body, verdict: "paid" },
  ]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("is refused first and paid after, on the same page of the bank", async ({ ctx }) => {
  const { payment } = await atTheBank(ctx);
  const refused = systempayNotice(payment, { vads_trans_status: "REFUSED", vads_result: "05", vads_auth_result: "51" });
  expect(await receiveSystempayNotification(ctx, refused)).toBe("updated");
  expect(await thePayment(ctx, payment.id)).toMatchObject({ status: "refused" });
  expect(await receiveSystempayNotification(ctx, systempayNotice(payment, { vads_sequence_number: "2" }))).toBe("paid");
  expect(await receiveSystempayNotification(ctx, refused)).toBe("unchanged");
  expect(await thePayment(ctx, payment.id)).toMatchObject({ status: "paid" });
  expect(await checkInvariants(ctx)).toEqual([]);
});

describe("is refused, and books nothing", () => {
  const forgeries: [string, Record<string, string | undefined>, string?][] = [
    ["with the key of somebody else", {}, "9999999999999999"],
    ["in the other mode", { vads_ctx_mode: "PRODUCTION" }],
    ["in no mode", { vads_ctx_mode: undefined }],
    ["for a shop that is not ours", { vads_site_id: "87654321" }],
    ["in another currency", { vads_currency: "840" }],
    ["without a result", { vads_trans_status: undefined, vads_result: undefined, vads_auth_result: undefined }],
    ["without a transaction", { vads_trans_id: undefined }],
    ["of an operation that nobody knows", { vads_operation_type: "GIFT" }],
  ];
  for (const [what, changes, key] of forgeries) {
    test(what, async ({ ctx }) => {
      const { payment } = await atTheBank(ctx);
      const message = receiveSystempayNotification(ctx, systempayNotice(payment, changes, key));
      await expect(message).rejects.toMatchObject({ code: "invalid_notification" });
      await expectNothingDone(ctx, payment.id);
      expect(await ctx.db.select().from(paymentNotices)).toEqual([]);
    });
  }

  test("altered on its way", async ({ ctx }) => {
    const { payment } = await atTheBank(ctx);
    const refused = systempayNotice(payment, { vads_trans_status: "REFUSED" });
    const message = receiveSystempayNotification(ctx, refused.replace("REFUSED", "AUTHORISED"));
    await expect(message).rejects.toMatchObject({ code: "invalid_notification", details: { reason: "bad_signature" } });
    await expectNothingDone(ctx, payment.id);
  });

  test("empty, or no form at all", async ({ ctx }) => {
    for (const body of ["", "nonsense", "vads_site_id=12345678"]) {
      await aCart(ctx, { gateway: "systempay" });
      await expect(receiveSystempayNotification(ctx, body)).rejects.toMatchObject({ code: "invalid_notification" });
    }
  });

  test("about a payment that nobody opened", async ({ ctx }) => {
    const { payment } = await atTheBank(ctx);
    const message = receiveSystempayNotification(ctx, systempayNotice(payment, { vads_trans_id: "000999" }));
    await expect(message).rejects.toMatchObject({ code: "not_found" });
    await expectNothingDone(ctx, payment.id);
  });

  test("as a test, when the shop has changed its mode since the payment was opened for good money", async ({ ctx }) => {
    const { payment } = await atTheBank(ctx);
    await ctx.db.update(revenueOffices).set({ gatewaySettings: { siteId: "12345678", mode: "PRODUCTION" } });
    const message = receiveSystempayNotification(ctx, systempayNotice(payment, { vads_ctx_mode: "PRODUCTION" }));
    await expect(message).rejects.toMatchObject({ code: "invalid_notification", details: { reason: "wrong_mode" } });
    await expectNothingDone(ctx, payment.id);
  });
});

describe("is put aside for an agent, and books nothing", () => {
  for (const [kind, changes] of [
    ["amount_mismatch", { vads_amount: "1" }],
    ["amount_mismatch", { vads_amount: "-300" }],
    ["order_mismatch", { vads_order_id: "PF260909AUTRE" }],
  ] as const) {
    test(`${JSON.stringify(changes)}, however often it comes`, async ({ ctx }) => {
      const { payment } = await atTheBank(ctx);
      const body = systempayNotice(payment, changes);
      expect(await receiveSystempayNotification(ctx, body)).toBe(kind);
      expect(await receiveSystempayNotification(ctx, body)).toBe(kind);
      await expectNothingDone(ctx, payment.id);
      expect(await ctx.db.select().from(paymentIncidents)).toMatchObject([{ kind }]);
      expect(await ctx.db.select().from(paymentNotices)).toMatchObject([{ verdict: kind }, { verdict: kind }]);
      expect(await ctx.db.select().from(emails)).toMatchObject([
        { template: "revenue-office-incident", recipient: "regie@exemple.fr" },
      ]);
    });
  }
});

test("a refund and a card check move nothing", async ({ ctx }) => {
  const { payment } = await atTheBank(ctx);
  for (const vads_operation_type of ["CREDIT", "VERIFICATION"]) {
    const body = systempayNotice(payment, { vads_operation_type });
    expect(await receiveSystempayNotification(ctx, body)).toBe("unchanged");
  }
  await expectNothingDone(ctx, payment.id);
});

test("a capture that fails after all takes no place back: the régie is told", async ({ ctx }) => {
  const { payment } = await atTheBank(ctx);
  await receiveSystempayNotification(ctx, systempayNotice(payment));
  const failed = systempayNotice(payment, { vads_trans_status: "CAPTURE_FAILED" });
  expect(await receiveSystempayNotification(ctx, failed)).toBe("unchanged");
  expect(await ctx.db.select().from(paymentIncidents)).toMatchObject([{ kind: "unusual_answer" }]);
  expect(await thePayment(ctx, payment.id)).toMatchObject({ status: "paid" });
});

test("comes five times at the same moment, and settles once", async ({ committed: ctx }) => {
  const { payment } = await atTheBank(ctx);
  const body = systempayNotice(payment);
  const verdicts = await Promise.all(Array.from({ length: 5 }, () => receiveSystempayNotification(ctx, body)));
  expect(verdicts.toSorted()).toEqual(["paid", ...Array(4).fill("unchanged")]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("is for the portal itself", async ({ ctx }) => {
  const { guardian, payment } = await atTheBank(ctx);
  const forged = receiveSystempayNotification(guardian, systempayNotice(payment));
  await expect(forged).rejects.toMatchObject({ code: "forbidden" });
});
