import { describe, expect } from "vitest";
import { payments } from "@/db/schema";
import { getCart } from "@/lib/billing/cart/queries";
import { getPaymentState, getReceipt, listReceipts } from "@/lib/billing/queries";
import { settlePayment } from "@/lib/billing/settle-payment";
import type { Context } from "@/lib/core/context";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aCart, anOutcome, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { anActivity, anOccurrence, anotherFamily, aSlot, enroll, later } from "../../support/factories";

describe("the cart", () => {
  test("lists each request with its price and why, and what is due", async ({ ctx }) => {
    const { guardian, household, child, account, cells } = await aCart(ctx, {
      dates: ["2026-09-21", "2026-09-18"],
      creditCents: 100,
    });

    const { householdId, blocks } = await getCart(guardian, household.id);

    expect(householdId).toBe(household.id);
    expect(blocks).toMatchObject([
      {
        revenueOfficeId: account.revenueOfficeId,
        name: "Régie payfip",
        gateway: "payfip",
        test: true,
        holdExpiresAt: later(ctx, 20).now.getTime(),
        canProlong: false,
        subtotalCents: 600,
        balanceCents: 100,
        totalCents: 500,
        openPaymentId: null,
      },
    ]);
    expect(blocks[0]?.lines).toMatchObject([
      { ...cells[1], activity: "Périscolaire", slot: "Soir", child: child.firstName, priceCents: 300 },
      { ...cells[0], priceCents: 300 },
    ]);
    expect(blocks[0]?.lines[0]?.why.length).toBeGreaterThan(0);
  });

  test("has one block per régie", async ({ ctx }) => {
    const { guardian, household, child } = await aCart(ctx);
    const other = await anActivity(ctx, { gateway: "systempay" });
    await enroll(ctx, child, other);
    const slot = await aSlot(ctx, other);
    const { date } = await anOccurrence(ctx, slot);
    await requestSlots(guardian, { householdId: household.id, cells: [{ childId: child.id, slotId: slot.id, date }] });
    const { blocks } = await getCart(guardian, household.id);
    expect(blocks.map(({ name, subtotalCents }) => [name, subtotalCents])).toEqual([
      ["Régie payfip", 300],
      ["Régie systempay", 300],
    ]);
  });

  test("can be kept a little longer, and forgets what is over", async ({ ctx }) => {
    const { guardian, household } = await aCart(ctx);
    expect((await getCart(later(guardian, 5), household.id)).blocks[0]?.canProlong).toBe(true);
    expect((await getCart(later(guardian, 20), household.id)).blocks).toEqual([]);
  });

  test("says that a payment is at the bank, until the bank has answered or an agent looks into it", async ({ ctx }) => {
    const { guardian, household, order } = await aCart(ctx, { gateway: "systempay" });
    const payment = await aPaymentAtTheBank(guardian, order);
    const openPaymentId = async () => (await getCart(later(guardian, 3), household.id)).blocks[0]?.openPaymentId;
    expect(await openPaymentId()).toBe(payment.id);

    await settlePayment(ctx, payment.id, anOutcome(payment, "paid", { amountCents: 1 }));
    expect(await openPaymentId()).toBeNull();
    const second = await aPaymentAtTheBank(later(guardian, 2), order);
    expect(await openPaymentId()).toBe(second.id);
    await settlePayment(ctx, second.id, anOutcome(second, "refused"));
    expect(await openPaymentId()).toBeNull();
  });

  test("is not another family's to see", async ({ ctx }) => {
    const { household, activity } = await aCart(ctx);
    const other = await anotherFamily(ctx, activity);
    await expect(getCart(other.guardian, household.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("receipts", () => {
  async function aReceipt(ctx: Context, minutes = 1) {
    const cart = await aCart(ctx, { gateway: "systempay" });
    const payment = await aPaymentAtTheBank(cart.guardian, cart.order);
    await settlePayment(later(ctx, minutes), payment.id, anOutcome(payment));
    const [receipt] = await listReceipts(ctx, cart.household.id, { limit: 1 });
    return { ...cart, payment, receiptId: receipt?.id ?? "" };
  }

  test("are listed newest first, as many as asked for", async ({ ctx }) => {
    const { guardian, household, cell, slot, order, payment } = await aReceipt(ctx);
    const { date } = await anOccurrence(ctx, slot, { date: "2026-09-21" });
    await requestSlots(guardian, { householdId: household.id, cells: [{ ...cell, date }] });
    const second = await aPaymentAtTheBank(guardian, order);
    await settlePayment(later(ctx, 9), second.id, anOutcome(second));

    const all = await listReceipts(guardian, household.id, { limit: 10 });
    expect(all).toMatchObject([
      { number: "TEST2026000002", subject: second.subject, means: "card", amountCents: 300 },
      { number: "TEST2026000001", subject: payment.subject },
    ]);
    expect(await listReceipts(guardian, household.id, { limit: 1 })).toHaveLength(1);
  });

  test("are read by their family, by nobody else's, and by whoever keeps the accounts", async ({ ctx }) => {
    const { guardian, household, activity, receiptId } = await aReceipt(ctx);
    expect(await getReceipt(guardian, receiptId)).toMatchObject({ number: "TEST2026000001" });

    const other = await anotherFamily(ctx, activity);
    await expect(getReceipt(other.guardian, receiptId)).rejects.toMatchObject({ code: "not_found" });
    const theirs = listReceipts(other.guardian, household.id, { limit: 1 });
    await expect(theirs).rejects.toMatchObject({ code: "not_found" });
    await expect(getReceipt(guardian, household.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getReceipt(guardian, "1 or 1=1")).rejects.toMatchObject({ code: "not_found" });

    const accountId = guardian.actor.accountId;
    const officer = { ...ctx, actor: { kind: "agent", accountId, role: "revenue_officer" } } as const;
    expect(await getReceipt(officer, receiptId)).toMatchObject({ number: "TEST2026000001" });
    const animator = { ...ctx, actor: { kind: "agent", accountId, role: "animator" } } as const;
    await expect(getReceipt(animator, receiptId)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("come with the state of their payment", async ({ ctx }) => {
    const { guardian, payment, receiptId, activity } = await aReceipt(ctx);
    expect(await getPaymentState(guardian, payment.id)).toMatchObject({ id: payment.id, status: "paid", receiptId });
    const other = await anotherFamily(ctx, activity);
    await expect(getPaymentState(other.guardian, payment.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await ctx.db.select().from(payments)).toHaveLength(1);
  });
});
