import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { checkouts, ledgerTransactions, reservations } from "@/db/schema";
import { bookCheckout } from "@/lib/billing/book-checkout";
import { checkout } from "@/lib/billing/cart/checkout";
import { type Context, inTransaction } from "@/lib/core/context";
import { getBalance } from "@/lib/ledger/queries";
import { expireHolds } from "@/lib/reservations/expire-holds";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCart, aCredit } from "../../support/carts";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { checkInvariants } from "../../support/invariants";

/** Two evenings at 3,00 € are checked out, and then the money comes. */
async function aPaidUpCheckout(ctx: Context, cents = 600) {
  const cart = await aCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });
  const { checkoutId } = await checkout(cart.guardian, cart.order);
  if (cents > 0) await aCredit(ctx, { ...cart.account, cents });
  return { ...cart, checkoutId };
}
const statuses = async ({ db }: Context) =>
  (await db.select({ status: reservations.status }).from(reservations).orderBy(reservations.id)).map(
    ({ status }) => status,
  );

test("books what is still requested and charges it to the account", async ({ ctx }) => {
  const { checkoutId, account } = await aPaidUpCheckout(ctx, 700);

  const booked = await bookCheckout(later(ctx, 3), checkoutId);

  expect(booked).toMatchObject({ bookedCents: 600, missedCents: 0, leftCents: 100 });
  expect(booked.bookedIds).toHaveLength(2);
  expect(await statuses(ctx)).toEqual(["booked", "booked"]);
  expect(await getBalance(ctx, account)).toBe(100);
  const [charge] = await ctx.db.select().from(ledgerTransactions).where(eq(ledgerTransactions.kind, "booking"));
  expect(charge).toMatchObject({ reference: `checkout:${checkoutId}`, label: "Réservations prépayées" });
  const [settled] = await ctx.db.select().from(checkouts);
  expect(settled?.settledAt).toEqual(later(ctx, 3).now);
});

test("books what is left when a request is gone, and counts what is missing", async ({ ctx }) => {
  const { checkoutId, account, guardian, household, cells } = await aPaidUpCheckout(ctx);
  await withdrawRequests(guardian, { householdId: household.id, cells: cells.slice(0, 1) });

  expect(await bookCheckout(ctx, checkoutId)).toMatchObject({ bookedCents: 300, missedCents: 300, leftCents: 300 });
  expect(await statuses(ctx)).toEqual(["cancelled", "booked"]);
  expect(await getBalance(ctx, account)).toBe(300);
});

test("books nothing when all is gone: the money stays", async ({ ctx }) => {
  const { checkoutId, account } = await aPaidUpCheckout(ctx);
  await expireHolds(later(ctx, 25));

  const booked = await bookCheckout(later(ctx, 30), checkoutId);

  expect(booked).toEqual({ bookedIds: [], bookedCents: 0, missedCents: 600, leftCents: 600 });
  expect(await getBalance(ctx, account)).toBe(600);
});

test("books nothing when the account does not cover it: no place without its money", async ({ ctx }) => {
  const { checkoutId, account } = await aPaidUpCheckout(ctx, 599);

  const booked = await bookCheckout(ctx, checkoutId);

  expect(booked).toEqual({ bookedIds: [], bookedCents: 0, missedCents: 600, leftCents: 599 });
  expect(await statuses(ctx)).toEqual(["requested", "requested"]);
  expect(await getBalance(ctx, account)).toBe(599);
});

test("books once", async ({ ctx }) => {
  const { checkoutId, household } = await aPaidUpCheckout(ctx, 1200);
  await bookCheckout(ctx, checkoutId);
  await expect(bookCheckout(ctx, checkoutId)).rejects.toMatchObject({ code: "not_found" });
  await expect(bookCheckout(ctx, household.id)).rejects.toMatchObject({ code: "not_found" });
});

test("books once at the same moment as well", async ({ committed: ctx }) => {
  const { checkoutId, account } = await aPaidUpCheckout(ctx, 1200);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, () => inTransaction(ctx, (ctx) => bookCheckout(ctx, checkoutId))),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await getBalance(ctx, account)).toBe(600);
});

test("two checkouts of one cart never spend the same credit twice", async ({ committed: ctx }) => {
  const { guardian, order, account } = await aCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });
  const first = await checkout(guardian, order);
  const second = await checkout(later(guardian, 3), order);
  await aCredit(ctx, { ...account, cents: 600 });

  const booked = await Promise.all(
    [first, second].map(({ checkoutId }) => inTransaction(ctx, (ctx) => bookCheckout(ctx, checkoutId))),
  );

  expect(booked.map(({ bookedCents }) => bookedCents).toSorted()).toEqual([0, 600]);
  expect(await getBalance(ctx, account)).toBe(0);
  expect((await checkInvariants(ctx)).filter(({ invariant }) => !/I1[023]/.test(invariant))).toEqual([]);
});

test("is for the portal itself", async ({ ctx }) => {
  const { checkoutId, guardian } = await aPaidUpCheckout(ctx);
  await expect(bookCheckout(guardian, checkoutId)).rejects.toMatchObject({ code: "forbidden" });
});
