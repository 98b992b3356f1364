import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import {
  accounts,
  auditEvents,
  checkoutLines,
  checkouts,
  ledgerTransactions,
  payments,
  receipts,
  reservations,
  tariffVersions,
} from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import { getBalance } from "@/lib/ledger/queries";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCart, aCredit } from "../../support/carts";
import { test } from "../../support/database";
import { anActivity, anOccurrence, anotherFamily, aSlot, enroll, later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

const twoDays = ["2026-09-18", "2026-09-21"];

test("freezes the cart and writes what is to be paid, before any bank is called", async ({ ctx }) => {
  const { guardian, order, account } = await aCart(ctx, { dates: twoDays });

  const { checkoutId, paymentId } = await checkout(guardian, order);

  expect(await ctx.db.select().from(checkouts)).toMatchObject([
    {
      ...account,
      id: checkoutId,
      paymentId,
      subtotalCents: 600,
      creditCents: 0,
      totalCents: 600,
      createdBy: guardian.actor.accountId,
      settledAt: null,
    },
  ]);
  const lines = await ctx.db.select().from(checkoutLines);
  const requested = await ctx.db.select({ id: reservations.id }).from(reservations);
  expect(lines.map(({ reservationId, priceCents }) => ({ id: reservationId, priceCents }))).toEqual(
    requested.map(({ id }) => ({ id, priceCents: 300 })),
  );
  const [payer] = await ctx.db.select().from(accounts).where(eq(accounts.id, guardian.actor.accountId));
  expect(await ctx.db.select().from(payments)).toMatchObject([
    {
      id: paymentId,
      status: "initiated",
      amountCents: 600,
      subject: "Périscolaire : 2 réservations",
      payerEmail: payer?.email,
    },
  ]);
  const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "cart.checked-out"));
  expect(event).toMatchObject({ subjectId: checkoutId, data: { totalCents: 600 } });
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("names no child to the bank", async ({ ctx }) => {
  const { guardian, order, child } = await aCart(ctx);
  await checkout(guardian, order);
  const [payment] = await ctx.db.select().from(payments);
  expect(payment?.subject).toBe("Périscolaire : 1 réservation");
  expect(payment?.subject).not.toContain(child.firstName);
});

test("keeps the places while the payer is at the bank, and not a shorter time than before", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  await checkout(later(guardian, 10), order);
  const [reservation] = await ctx.db.select().from(reservations);
  expect(reservation?.holdExpiresAt).toEqual(later(ctx, 35).now);

  const long = await aCart(ctx, { activity: { holdMinutes: 600 } });
  await checkout(long.guardian, long.order);
  const [kept] = await ctx.db.select().from(reservations).where(eq(reservations.householdId, long.household.id));
  expect(kept?.holdExpiresAt).toEqual(later(ctx, 600).now);
});

test("does not keep places for ever by payments that are never made", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  const keepUntil = async (minutes: number) => {
    await checkout(later(guardian, minutes), order);
    const [reservation] = await ctx.db.select().from(reservations);
    return reservation?.holdExpiresAt;
  };
  for (const minutes of [0, 20, 40, 60, 80]) expect(await keepUntil(minutes)).toEqual(later(ctx, minutes + 25).now);

  await expect(checkout(later(guardian, 100), order)).rejects.toMatchObject({ code: "too_many_payments" });
  expect(await ctx.db.select().from(payments)).toHaveLength(5);

  await ctx.db.update(reservations).set({ holdExpiresAt: later(ctx, 600).now });
  await checkout(later(guardian, 100), order);
  expect(await ctx.db.select().from(payments)).toHaveLength(6);
});

describe("the balance pays first", () => {
  test("and the bank is asked for the rest", async ({ ctx }) => {
    const { guardian, order, account } = await aCart(ctx, { dates: twoDays, creditCents: 450 });
    await checkout(guardian, order);
    expect(await ctx.db.select().from(checkouts)).toMatchObject([
      { subtotalCents: 600, creditCents: 450, totalCents: 150 },
    ]);
    expect(await ctx.db.select().from(payments)).toMatchObject([{ amountCents: 150 }]);
    expect(await getBalance(ctx, account)).toBe(450);
  });

  test("and books at once what it covers, without a bank nor a receipt", async ({ ctx }) => {
    const { guardian, order, account } = await aCart(ctx, { dates: twoDays, creditCents: 1000 });

    const { checkoutId, paymentId } = await checkout(guardian, order);

    expect(paymentId).toBeNull();
    expect(await ctx.db.select({ status: reservations.status }).from(reservations)).toEqual([
      { status: "booked" },
      { status: "booked" },
    ]);
    expect(await ctx.db.select().from(checkouts)).toMatchObject([
      { id: checkoutId, paymentId: null, creditCents: 600, totalCents: 0, settledAt: ctx.now },
    ]);
    expect(await getBalance(ctx, account)).toBe(400);
    expect(await ctx.db.select().from(payments)).toEqual([]);
    expect(await ctx.db.select().from(receipts)).toEqual([]);
    expect(await checkInvariants(ctx)).toEqual([]);
  });

  test("but not with the money of another régie", async ({ ctx }) => {
    const { guardian, order, household } = await aCart(ctx);
    const elsewhere = await anActivity(ctx);
    await aCredit(ctx, { householdId: household.id, revenueOfficeId: elsewhere.revenueOfficeId, cents: 1000 });
    await checkout(guardian, order);
    expect(await ctx.db.select().from(payments)).toMatchObject([{ amountCents: 300 }]);
  });

  test("and what costs nothing is booked without any money", async ({ ctx }) => {
    const { guardian, order } = await aCart(ctx);
    await ctx.db.update(reservations).set({ priceCents: 0 });
    const { paymentId } = await checkout(guardian, { ...order, expectedTotalCents: 0 });
    expect(paymentId).toBeNull();
    expect(await ctx.db.select({ status: reservations.status }).from(reservations)).toEqual([{ status: "booked" }]);
    expect(await ctx.db.select().from(ledgerTransactions)).toEqual([]);
  });
});

test("takes the lines of one régie and leaves the others in the cart", async ({ ctx }) => {
  const { guardian, order, household, child } = await aCart(ctx);
  const other = await anActivity(ctx, { gateway: "systempay" });
  await enroll(ctx, child, other);
  const slot = await aSlot(ctx, other);
  const { date } = await anOccurrence(ctx, slot);
  await requestSlots(guardian, { householdId: household.id, cells: [{ childId: child.id, slotId: slot.id, date }] });

  await checkout(guardian, order);

  expect(await ctx.db.select().from(checkoutLines)).toHaveLength(1);
  expect(await ctx.db.select().from(payments)).toMatchObject([{ gateway: "payfip", amountCents: 300 }]);
});

describe("refuses", () => {
  test("another total than the one on screen, and says the new one", async ({ ctx }) => {
    const { guardian, order } = await aCart(ctx, { dates: twoDays });
    const refusal = checkout(guardian, { ...order, expectedTotalCents: 300 });
    await expect(refusal).rejects.toMatchObject({ code: "cart_changed", details: { totalCents: 600 } });
    expect(await ctx.db.select().from(checkouts)).toEqual([]);
    expect(await ctx.db.select().from(payments)).toEqual([]);
  });

  test("a credit that came or went meanwhile", async ({ ctx }) => {
    const { guardian, order, account } = await aCart(ctx);
    await aCredit(ctx, { ...account, cents: 100 });
    await expect(checkout(guardian, order)).rejects.toMatchObject({
      code: "cart_changed",
      details: { totalCents: 200 },
    });
  });

  test("an empty cart: withdrawn, expired, or of another régie", async ({ ctx }) => {
    const { guardian, order, household, cells } = await aCart(ctx);
    await expect(checkout(later(guardian, 20), order)).rejects.toMatchObject({ code: "cart_empty" });
    const elsewhere = { ...order, revenueOfficeId: (await anActivity(ctx)).revenueOfficeId };
    await expect(checkout(guardian, elsewhere)).rejects.toMatchObject({ code: "cart_empty" });
    await withdrawRequests(guardian, { householdId: household.id, cells });
    await expect(checkout(guardian, order)).rejects.toMatchObject({ code: "cart_empty" });
  });

  test("another family's cart, and whoever may not pay", async ({ ctx }) => {
    const { order, activity, guardian } = await aCart(ctx);
    const other = await anotherFamily(ctx, activity);
    await expect(checkout(other.guardian, order)).rejects.toMatchObject({ code: "not_found" });
    const agent = { kind: "agent", accountId: guardian.actor.accountId, role: "admin" } as const;
    await expect(checkout({ ...ctx, actor: agent }, order)).rejects.toMatchObject({ code: "forbidden" });
    await expect(checkout({ ...ctx, actor: { kind: "visitor" } }, order)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  test("less than PayFiP takes, and keeps the cart as it was", async ({ ctx }) => {
    const { guardian, order } = await aCart(ctx);
    await ctx.db.update(reservations).set({ priceCents: 50 });
    const cheap = { ...order, expectedTotalCents: 50 };
    await expect(checkout(guardian, cheap)).rejects.toMatchObject({ code: "amount_too_small" });
    const [reservation] = await ctx.db.select().from(reservations);
    expect(reservation?.holdExpiresAt).toEqual(later(ctx, 20).now);
    expect(await ctx.db.select().from(checkouts)).toEqual([]);
  });
});

test("leaves a little credit unused rather than ask PayFiP for less than a euro", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx, { creditCents: 250 });
  await checkout(guardian, { ...order, expectedTotalCents: 100 });
  expect(await ctx.db.select().from(checkouts)).toMatchObject([{ totalCents: 100, creditCents: 200 }]);
});

test("asks the price agreed with the request, whatever the tariff has become", async ({ ctx }) => {
  const { guardian, order } = await aCart(ctx);
  await ctx.db.update(tariffVersions).set({ rule: { method: "flat", cents: { resident: 999, nonResident: 999 } } });
  await checkout(guardian, order);
  expect(await ctx.db.select().from(payments)).toMatchObject([{ amountCents: 300 }]);
});

describe("pressed again", () => {
  test("at the same moment or before its answer was heard, it is the same payment; later, a new try", async ({
    committed: ctx,
  }) => {
    const { guardian, order } = await aCart(ctx, { dates: twoDays });
    const told = await Promise.all(Array.from({ length: 4 }, () => checkout(guardian, order)));
    const [{ paymentId } = {}] = told;
    expect(told.map((one) => one.paymentId)).toEqual(told.map(() => paymentId));
    expect(told.filter(({ isStarted }) => isStarted)).toHaveLength(3);

    expect(await checkout(later(guardian, 1), order)).toMatchObject({ paymentId, isStarted: true });
    expect(await ctx.db.$count(payments)).toBe(1);
    await checkout(later(guardian, 2), order);
    expect(await ctx.db.$count(payments)).toBe(2);
  });

  test("for something else, or once its payment has ended, it is another one", async ({ ctx }) => {
    const { guardian, order, household, cells } = await aCart(ctx, { dates: twoDays });
    const first = await checkout(guardian, order);
    await ctx.db.update(payments).set({ status: "cancelled", nextCheckAt: null });
    const second = await checkout(guardian, order);
    expect(second.paymentId).not.toBe(first.paymentId);

    await withdrawRequests(guardian, { householdId: household.id, cells: cells.slice(0, 1) });
    await expect(checkout(guardian, order)).rejects.toMatchObject({ code: "cart_changed" });
    const third = await checkout(guardian, { ...order, expectedTotalCents: 300 });
    expect(third).not.toHaveProperty("isStarted");
  });

  test("once the account has paid for everything, it is told so, for a while", async ({ ctx }) => {
    const { guardian, order } = await aCart(ctx, { creditCents: 300 });
    const first = await checkout(guardian, order);
    expect(await checkout(later(guardian, 1), order)).toEqual({ ...first, isStarted: true });
    await expect(checkout(later(guardian, 2), order)).rejects.toMatchObject({ code: "cart_empty" });
    await expect(checkout(guardian, { ...order, expectedTotalCents: 300 })).rejects.toMatchObject({
      code: "cart_empty",
    });
  });
});

test("a credit is spent once, however many carts it is asked for at the same moment", async ({ committed: ctx }) => {
  const { guardian, order, account } = await aCart(ctx, { creditCents: 300 });

  const told = await Promise.all(Array.from({ length: 6 }, () => checkout(guardian, order)));

  expect(new Set(told.map(({ checkoutId }) => checkoutId)).size).toBe(1);
  expect(await ctx.db.$count(checkouts)).toBe(1);
  expect(await getBalance(ctx, account)).toBe(0);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("nobody pays for what is withdrawn at the same moment", async ({ committed: ctx }) => {
  for (const date of ["2026-09-18", "2026-09-21", "2026-09-22", "2026-09-24"]) {
    const { guardian, order, household, cells } = await aCart(ctx, { dates: [date] });
    const [paying, withdrawing] = await Promise.allSettled([
      checkout(guardian, order),
      withdrawRequests(guardian, { householdId: household.id, cells }),
    ]);
    if (paying.status === "rejected") expect(["cart_changed", "cart_empty"]).toContain(paying.reason.code);
    if (withdrawing.status === "rejected") throw withdrawing.reason;
  }
  expect(await checkInvariants(ctx)).toEqual([]);
});
