import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, patterns, reservations, slotOccurrences } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { continuePattern } from "@/lib/reservations/patterns/continue-pattern";
import { createPattern } from "@/lib/reservations/patterns/create-pattern";
import { previewContinuation } from "@/lib/reservations/patterns/preview-continuation";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";
import { aFamilyAndItsEvenings, aPattern, confirmed, openSchoolDays, ticked } from "../../../support/patterns";

/** Mondays until Christmas, paid month after month: September and October are booked. */
async function monthlyMondays(ctx: Context) {
  const family = await aFamilyAndItsEvenings(ctx, { to: "2026-12-18" });
  const { household, guardian, child, slot } = family;
  const slots = ticked({ children: [child], slots: [slot], weekdays: [1] });
  const input = aPattern(household, slots, { to: "2026-12-18", isMonthly: true });
  const { patternId } = await createPattern(guardian, await confirmed(guardian, input));
  return { ...family, input: { householdId: household.id, patternId } };
}

const throughOf = async ({ db }: Context) => (await db.select().from(patterns))[0]?.bookedThrough;

async function goOn(guardian: Context, input: { householdId: string; patternId: string }) {
  const { fingerprint } = await previewContinuation(guardian, input);
  return continuePattern(guardian, { ...input, fingerprint, joinsWaitingList: false });
}

test("books month after month, and says when it is over", async ({ ctx }) => {
  const { guardian, input } = await monthlyMondays(ctx);
  expect(await throughOf(ctx)).toBe("2026-10-31");

  expect(await goOn(guardian, input)).toMatchObject({ count: 5, toPay: { cents: 1500 } });
  expect(await throughOf(ctx)).toBe("2026-11-30");
  expect(await goOn(guardian, input)).toMatchObject({ count: 2 });
  expect(await throughOf(ctx)).toBeNull();

  await expect(goOn(guardian, input)).rejects.toMatchObject({ code: "already_decided" });
  const rows = await ctx.db.select({ patternId: reservations.patternId }).from(reservations);
  expect(rows).toEqual(Array.from({ length: 11 }, () => ({ patternId: input.patternId })));
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "pattern.continued"));
  expect(events).toHaveLength(2);
});

test("never asks again for what was given up meanwhile", async ({ ctx }) => {
  const { guardian, input } = await monthlyMondays(ctx);
  await ctx.db.execute(sql`
    update reservations r set pattern_id = ${input.patternId}, status = 'cancelled', awaiting = null, hold_expires_at = null,
      occurrence_id = (select id from slot_occurrences where date = '2026-11-09')
    where r.id = (select min(id) from reservations)`);
  expect(await goOn(guardian, input)).toMatchObject({ count: 4 });
});

test("goes on once days are published that were not", async ({ ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx, {
    activity: { billingMode: "billed" },
  });
  const slots = ticked({ children: [child], slots: [slot], weekdays: [1] });
  const whole = aPattern(household, slots, { to: "2026-11-30" });
  const { patternId } = await createPattern(guardian, await confirmed(guardian, whole));
  const input = { householdId: household.id, patternId };
  await expect(goOn(guardian, input)).rejects.toMatchObject({ code: "pattern_empty" });

  await openSchoolDays(ctx, slot, { from: "2026-11-02", to: "2026-11-30" });

  expect(await goOn(guardian, input)).toMatchObject({ count: 5 });
  expect(await throughOf(ctx)).toBeNull();
});

test("refuses another family's pattern, and what has changed since the preview", async ({ ctx }) => {
  const { guardian, activity, input } = await monthlyMondays(ctx);
  const other = await anotherFamily(ctx, activity);
  const { fingerprint } = await previewContinuation(guardian, input);
  const confirmation = { ...input, fingerprint, joinsWaitingList: false };
  await expect(continuePattern(other.guardian, confirmation)).rejects.toMatchObject({ code: "not_found" });
  await ctx.db.update(slotOccurrences).set({ capacity: 0 }).where(eq(slotOccurrences.date, "2026-11-16"));
  await expect(continuePattern(guardian, confirmation)).rejects.toMatchObject({ code: "pattern_changed" });
});
