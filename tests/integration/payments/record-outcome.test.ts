import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { auditEvents, type PaymentState, paymentIncidents, payments } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import type { PaymentOutcome, PaymentStatus } from "@/lib/payments/gateway";
import { recordOutcome } from "@/lib/payments/record-outcome";
import { aCart, aPaymentAtTheBank, thePayment } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";

async function aPayment(ctx: Context) {
  const { guardian, order, household } = await aCart(ctx, { gateway: "systempay" });
  const payment = await aPaymentAtTheBank(guardian, order);
  const says = (status: PaymentStatus, changes: Partial<PaymentOutcome> = {}): PaymentOutcome => ({
    reference: payment.reference ?? "",
    orderReference: payment.orderReference,
    status,
    amountCents: 300,
    means: "card",
    bankReference: "A55A01",
    raw: { vads_trans_status: status },
    ...changes,
  });
  const becomes = (status: PaymentState) => ctx.db.update(payments).set({ status });
  return { guardian, household, payment, says, becomes };
}

test("records what was paid, with what the bank said, and asks no more", async ({ ctx }) => {
  const { payment, says, household } = await aPayment(ctx);

  expect(await recordOutcome(later(ctx, 3), payment.id, says("paid"))).toBe("paid");

  expect(await thePayment(ctx, payment.id)).toMatchObject({
    status: "paid",
    means: "card",
    bankReference: "A55A01",
    settledAt: later(ctx, 3).now,
    nextCheckAt: null,
    lastAnswer: { vads_trans_status: "paid" },
  });
  const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "payment.paid"));
  expect(event).toMatchObject({ subjectId: payment.id, householdId: household.id });
});

describe("only moves that the states allow are made", () => {
  const moves: [PaymentState, PaymentStatus, PaymentState][] = [
    ["initiated", "paid", "paid"],
    ["pending", "refused", "refused"],
    ["pending", "cancelled", "cancelled"],
    ["pending", "expired", "expired"],
    ["refused", "paid", "paid"],
    ["cancelled", "paid", "paid"],
    ["expired", "paid", "paid"],
    ["expired", "refused", "refused"],
    ["failed", "paid", "paid"],
    ["refused", "cancelled", "refused"],
    ["refused", "expired", "refused"],
    ["refused", "pending", "refused"],
    ["cancelled", "refused", "cancelled"],
    ["expired", "pending", "expired"],
    ["failed", "expired", "failed"],
    ["paid", "refused", "paid"],
    ["paid", "cancelled", "paid"],
    ["paid", "expired", "paid"],
    ["paid", "pending", "paid"],
    ["paid", "paid", "paid"],
  ];
  for (const [from, said, to] of moves) {
    test(`${from}, then the bank says ${said}: ${to}`, async ({ ctx }) => {
      const { payment, says, becomes } = await aPayment(ctx);
      await becomes(from);
      const verdict = await recordOutcome(ctx, payment.id, says(said));
      expect(verdict).toBe(from === to ? "unchanged" : to === "paid" ? "paid" : "updated");
      expect(await thePayment(ctx, payment.id)).toMatchObject({ status: to });
    });
  }
});

describe("quarantines what is authentic but not what was asked", () => {
  for (const [kind, changes] of [
    ["amount_mismatch", { amountCents: 299 }],
    ["amount_mismatch", { amountCents: 301 }],
    ["amount_mismatch", { amountCents: null }],
    ["order_mismatch", { orderReference: "PF260909AUTRE" }],
    ["reference_mismatch", { reference: "12345678-20260909-000042" }],
  ] as const) {
    test(`${kind}: ${JSON.stringify(changes)}`, async ({ ctx }) => {
      const { payment, says } = await aPayment(ctx);

      expect(await recordOutcome(ctx, payment.id, says("paid", changes))).toBe(kind);
      expect(await recordOutcome(ctx, payment.id, says("paid", changes))).toBe(kind);

      expect(await thePayment(ctx, payment.id)).toMatchObject({
        status: "pending",
        settledAt: null,
        nextCheckAt: null,
      });
      expect(await ctx.db.select().from(paymentIncidents)).toMatchObject([{ paymentId: payment.id, kind }]);
      const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "payment.reported"));
      expect(events).toHaveLength(1);
    });
  }

  test("but a refusal is one, whatever amount it names", async ({ ctx }) => {
    const { payment, says } = await aPayment(ctx);
    expect(await recordOutcome(ctx, payment.id, says("refused", { amountCents: null }))).toBe("updated");
  });

  test("and the right amount is still taken afterwards", async ({ ctx }) => {
    const { payment, says } = await aPayment(ctx);
    await recordOutcome(ctx, payment.id, says("paid", { amountCents: 1 }));
    expect(await recordOutcome(ctx, payment.id, says("paid"))).toBe("paid");
  });
});

describe("asks again", () => {
  test("while the result is not known", async ({ ctx }) => {
    const { payment, says } = await aPayment(ctx);
    expect(await recordOutcome(later(ctx, 11), payment.id, says("pending"))).toBe("unchanged");
    expect(await thePayment(ctx, payment.id)).toMatchObject({ nextCheckAt: later(ctx, 15).now });
  });

  test("when it is expired, however often that is said: a bank discovers payments late", async ({ ctx }) => {
    const { payment, says } = await aPayment(ctx);
    for (const [minutes, next] of [
      [30, 60],
      [61, 120],
      [121, 180],
    ] as const) {
      await recordOutcome(later(ctx, minutes), payment.id, says("expired"));
      expect(await thePayment(ctx, payment.id)).toMatchObject({ nextCheckAt: later(ctx, next).now });
    }
  });

  test("never when it is refused or cancelled, nor after a week", async ({ ctx }) => {
    const { payment, says } = await aPayment(ctx);
    await recordOutcome(later(ctx, 8 * 24 * 60), payment.id, says("expired"));
    expect(await thePayment(ctx, payment.id)).toMatchObject({ nextCheckAt: null });
    await recordOutcome(later(ctx, 3), payment.id, says("refused"));
    expect(await thePayment(ctx, payment.id)).toMatchObject({ nextCheckAt: null });
  });
});

test("the same answer at the same moment is taken once", async ({ committed: ctx }) => {
  const { payment, says } = await aPayment(ctx);
  const verdicts = await Promise.all(
    Array.from({ length: 8 }, () => inTransaction(ctx, (ctx) => recordOutcome(ctx, payment.id, says("paid")))),
  );
  expect(verdicts.toSorted()).toEqual(["paid", ...Array(7).fill("unchanged")]);
});

test("is for the portal itself, and for a payment that exists", async ({ ctx }) => {
  const { guardian, household, payment, says } = await aPayment(ctx);
  await expect(recordOutcome(guardian, payment.id, says("paid"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(recordOutcome(ctx, household.id, says("paid"))).rejects.toMatchObject({ code: "not_found" });
});

describe("the database itself", () => {
  for (const change of [{ status: "refused" }, { status: "pending" }, { amountCents: 1 }] as const) {
    test(`refuses to make of what is paid ${JSON.stringify(change)}`, async ({ ctx }) => {
      const { payment, says } = await aPayment(ctx);
      await recordOutcome(ctx, payment.id, says("paid"));
      const refusal = inTransaction(ctx, async ({ db }) => {
        await db.update(payments).set(change);
        return "nothing";
      });
      expect(await refusal.catch(violatedConstraint)).toBe("payments_paid_is_final");
    });
  }
});
