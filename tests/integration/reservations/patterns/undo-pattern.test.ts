import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, patterns, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import type { Context } from "@/lib/core/context";
import { createPattern } from "@/lib/reservations/patterns/create-pattern";
import { undoPattern } from "@/lib/reservations/patterns/undo-pattern";
import { aCredit, balanceOf } from "../../../support/carts";
import { test } from "../../../support/database";
import { anotherFamily, later } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { aFamilyAndItsEvenings, aPattern, confirmed, ticked } from "../../../support/patterns";

const statusesOf = async ({ db }: Context) => {
  const rows = await db
    .select({ date: slotOccurrences.date, status: reservations.status })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .orderBy(slotOccurrences.date);
  return rows.map(({ date, status }) => `${date} ${status}`);
};

/** Four Mondays, from 21 September to 12 October. */
async function fourMondays(ctx: Context, billingMode: "billed" | "prepaid" = "billed") {
  const family = await aFamilyAndItsEvenings(ctx, { activity: { billingMode } });
  const { household, guardian, child, slot } = family;
  const slots = ticked({ children: [child], slots: [slot], weekdays: [1] });
  const { patternId } = await createPattern(guardian, await confirmed(guardian, aPattern(household, slots)));
  return { ...family, input: { householdId: household.id, patternId } };
}

test("takes back a week as one thing: what can go goes, the rest is told", async ({ ctx }) => {
  const { guardian, household, child, input } = await fourMondays(ctx);
  const afterTwoWeeks = later(guardian, 13 * 24 * 60); // 22 September: a Monday has gone by, the next is too near

  const undone = await undoPattern(afterTwoWeeks, input);

  expect(undone).toEqual({
    count: 2,
    creditedCents: 0,
    kept: [
      {
        code: "cancellation_closed",
        title: "1 créneau : délai d’annulation dépassé",
        lines: [{ childId: child.id, service: "Périscolaire, Soir", days: "28 septembre 2026" }],
      },
    ],
  });
  expect(await statusesOf(ctx)).toEqual([
    "2026-09-21 booked",
    "2026-09-28 booked",
    "2026-10-05 cancelled",
    "2026-10-12 cancelled",
  ]);
  expect(await ctx.db.select().from(patterns)).toMatchObject([
    { undoneBy: guardian.actor.accountId, undoneAt: afterTwoWeeks.now },
  ]);
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "pattern.undone"))).toMatchObject([
    { householdId: household.id, subjectId: input.patternId, data: { cancelled: 2, kept: 1 } },
  ]);
  const reasons = await ctx.db.select({ reason: reservationChanges.reason }).from(reservationChanges);
  expect(reasons.filter(({ reason }) => reason === "pattern_undone")).toHaveLength(2);
});

test("withdraws what is not paid yet", async ({ ctx }) => {
  const { guardian, input } = await fourMondays(ctx, "prepaid");
  expect(await undoPattern(guardian, input)).toEqual({ count: 4, creditedCents: 0, kept: [] });
});

test("gives back to the account what was paid in advance, once", async ({ ctx }) => {
  const { guardian, household, activity, input } = await fourMondays(ctx, "prepaid");
  const account = { householdId: household.id, revenueOfficeId: activity.revenueOfficeId };
  await aCredit(ctx, { ...account, cents: 1200 });
  await checkout(guardian, { ...account, expectedTotalCents: 0 });
  expect(await balanceOf(ctx, account)).toBe(0);

  expect(await undoPattern(guardian, input)).toEqual({ count: 4, creditedCents: 1200, kept: [] });

  expect(await balanceOf(ctx, account)).toBe(1200);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses another family's, and what was taken back before", async ({ ctx }) => {
  const { guardian, activity, input } = await fourMondays(ctx);
  const other = await anotherFamily(ctx, activity);
  await expect(undoPattern(other.guardian, input)).rejects.toMatchObject({ code: "not_found" });
  const theirs = undoPattern(other.guardian, { ...input, householdId: other.household.id });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });

  await undoPattern(guardian, input);
  await expect(undoPattern(guardian, input)).rejects.toMatchObject({ code: "already_decided" });
});

test("two parents taking it back at the same moment give back once", async ({ committed: ctx }) => {
  const { guardian, input } = await fourMondays(ctx);
  const outcomes = await Promise.allSettled([undoPattern(guardian, input), undoPattern(guardian, input)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});
