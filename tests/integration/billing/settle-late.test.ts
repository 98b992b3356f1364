import { describe, expect } from "vitest";
import { checkout } from "@/lib/billing/cart/checkout";
import { settlePayment } from "@/lib/billing/settle-payment";
import { getBalance } from "@/lib/ledger/queries";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { anOutcome, aPaymentAtTheBank } from "../../support/carts";
import { test } from "../../support/database";
import { anOccurrence, anotherFamily, later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";
import { incidents, leftForTheBank, mails, statuses, theReceipt, twoDays } from "./settling";

describe("settles what is found paid late", () => {
  for (const before of ["expired", "cancelled", "refused"] as const) {
    test(`after ${before}, in time for its places`, async ({ ctx }) => {
      const { payment } = await leftForTheBank(ctx);
      await settlePayment(later(ctx, 20), payment.id, anOutcome(payment, before));
      expect(await settlePayment(later(ctx, 24), payment.id, anOutcome(payment))).toBe("paid");
      expect(await statuses(ctx)).toEqual(["booked", "booked"]);
      expect(await checkInvariants(ctx)).toEqual([]);
    });
  }
});

describe("keeps as credit what finds no place, and tells both sides", () => {
  test("when the cart has expired and its place is another's", async ({ ctx }) => {
    const { payment, account, activity, cell, occurrence } = await leftForTheBank(ctx, { dates: ["2026-09-18"] });
    await expireHolds(later(ctx, 25));
    const other = await anotherFamily(ctx, activity);
    await requestSlots(later(other.guardian, 26), {
      householdId: other.household.id,
      cells: [{ ...cell, childId: other.child.id }],
    });

    expect(await settlePayment(later(ctx, 40), payment.id, anOutcome(payment))).toBe("paid");

    expect(await statuses(ctx)).toEqual(["refused", "requested"]);
    expect(await getBalance(ctx, account)).toBe(300);
    const receipt = await theReceipt(ctx);
    expect(receipt?.view).toMatchObject({ amountCents: 300, lines: [], creditUsedCents: 0, keptAsCreditCents: 300 });
    expect(await incidents(ctx)).toEqual(["kept_as_credit"]);
    expect(await mails(ctx)).toMatchObject([
      { template: "payment-kept-as-credit", recipient: payment.payerEmail, payload: { receiptId: receipt?.id } },
      {
        template: "revenue-office-incident",
        recipient: "regie@exemple.fr",
        payload: { kind: "kept_as_credit", amountCents: 300 },
      },
    ]);
    expect(occurrence.capacity).toBe(10);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("when a line was withdrawn meanwhile: the rest is booked", async ({ ctx }) => {
    const { payment, account, guardian, household, cells } = await leftForTheBank(ctx);
    await withdrawRequests(guardian, { householdId: household.id, cells: cells.slice(0, 1) });

    await settlePayment(ctx, payment.id, anOutcome(payment));

    expect(await statuses(ctx)).toEqual(["cancelled", "booked"]);
    expect(await getBalance(ctx, account)).toBe(300);
    expect((await theReceipt(ctx))?.view).toMatchObject({ keptAsCreditCents: 300, creditUsedCents: 0 });
    expect((await mails(ctx)).map(({ template }) => template)).toEqual([
      "payment-kept-as-credit",
      "revenue-office-incident",
    ]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("counting the credit as used first, so that screen, receipt and régie tell the same amount", async ({ ctx }) => {
    const { payment, account, guardian, household, cells } = await leftForTheBank(ctx, { creditCents: 450 });
    await withdrawRequests(guardian, { householdId: household.id, cells: cells.slice(0, 1) });

    await settlePayment(ctx, payment.id, anOutcome(payment));

    // 1,50 € paid and 4,50 € of credit bought 3,00 €: 3,00 € are left, of which all that was paid.
    expect(await getBalance(ctx, account)).toBe(300);
    expect((await theReceipt(ctx))?.view).toMatchObject({
      amountCents: 150,
      keptAsCreditCents: 150,
      creditUsedCents: 300,
    });
    expect((await mails(ctx))[1]).toMatchObject({ payload: { kind: "kept_as_credit", amountCents: 150 } });
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("when the same cart is paid twice: the second payment is credit", async ({ ctx }) => {
    const { payment: first, account, guardian, order } = await leftForTheBank(ctx);
    const second = await aPaymentAtTheBank(later(guardian, 2), order);

    expect(await settlePayment(later(ctx, 5), second.id, anOutcome(second))).toBe("paid");
    expect(await settlePayment(later(ctx, 6), first.id, anOutcome(first))).toBe("paid");

    expect(await statuses(ctx)).toEqual(["booked", "booked"]);
    expect(await getBalance(ctx, account)).toBe(600);
    expect((await theReceipt(ctx))?.view).toMatchObject({ amountCents: 600, keptAsCreditCents: 600, lines: [] });
    expect(await incidents(ctx)).toEqual(["kept_as_credit"]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("also at the same moment: one of the two books", async ({ committed: ctx }) => {
    const { payment: first, account, guardian, order } = await leftForTheBank(ctx);
    const second = await aPaymentAtTheBank(later(guardian, 2), order);

    const verdicts = await Promise.all([
      settlePayment(ctx, first.id, anOutcome(first)),
      settlePayment(ctx, second.id, anOutcome(second)),
      settlePayment(ctx, first.id, anOutcome(first)),
      settlePayment(ctx, second.id, anOutcome(second)),
    ]);

    expect(verdicts.toSorted()).toEqual(["paid", "paid", "unchanged", "unchanged"]);
    expect(await getBalance(ctx, account)).toBe(600);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("when the credit it counted on was spent on other days: nothing is booked that is not paid", async ({ ctx }) => {
    const { payment, account, guardian, household, cell, slot } = await leftForTheBank(ctx, {
      creditCents: 300,
      dates: twoDays,
    });
    // The holds are over, not swept yet: the cart no longer counts them, and the credit buys another evening.
    const late = later(guardian, 26);

    const { date } = await anOccurrence(ctx, slot, { date: "2026-09-22" });
    await requestSlots(late, { householdId: household.id, cells: [{ ...cell, date }] });
    await checkout(late, { ...account, expectedTotalCents: 0 });
    expect(await getBalance(ctx, account)).toBe(0);

    await settlePayment(later(ctx, 27), payment.id, anOutcome(payment));

    expect(await statuses(ctx)).toEqual(["requested", "requested", "booked"]);
    expect(await getBalance(ctx, account)).toBe(300);
    expect((await theReceipt(ctx))?.view).toMatchObject({
      amountCents: 300,
      keptAsCreditCents: 300,
      creditUsedCents: 0,
    });
    expect(await checkInvariants(ctx)).toEqual([]);
  });
});
