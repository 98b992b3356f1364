import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { reservations } from "@/db/schema";
import { getFamilyCalendar } from "@/lib/reporting/family-calendar";
import { requestSlots } from "@/lib/reservations/request-slots";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aFamilyAndAnEvening, anOccurrence, anotherFamily } from "../../support/factories";

/** Each event as its lines, which RFC 5545 folds at 75 octets. */
const eventsOf = (calendar: string) =>
  calendar
    .replaceAll("\r\n ", "")
    .split("BEGIN:VEVENT")
    .slice(1)
    .map((event) => Object.fromEntries(event.split("\r\n").map((line) => line.split(/:(.*)/s).slice(0, 2))));

test("the days of the household, to the minute on both sides of the change of hour", async ({ ctx }) => {
  const { household, guardian, slot, cell } = await aFamilyAndAnEvening(ctx, { activity: { billingMode: "billed" } });
  for (const date of ["2026-10-23", "2026-10-26"]) await anOccurrence(ctx, slot, { date });
  await requestSlots(guardian, {
    householdId: household.id,
    cells: ["2026-10-23", "2026-10-26"].map((date) => ({ ...cell, date })),
  });

  const events = eventsOf(await getFamilyCalendar(guardian, household.id));
  expect(events).toMatchObject([
    { SUMMARY: "Nahel · Soir", DTSTART: "20261023T143000Z", STATUS: "CONFIRMED", TRANSP: "TRANSPARENT" },
    { SUMMARY: "Nahel · Soir", DTSTART: "20261026T153000Z", STATUS: "CONFIRMED" },
  ]);
  expect(events[0]?.LOCATION).toBeTruthy();
});

test("what is not sure says so, what is cancelled is gone, and nobody else's day is there", async ({ ctx }) => {
  const { household, guardian, activity, cell } = await aFamilyAndAnEvening(ctx);
  const other = await anotherFamily(ctx, activity);
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  await requestSlots(other.guardian, {
    householdId: other.household.id,
    cells: [{ ...cell, childId: other.child.id }],
  });

  const calendar = await getFamilyCalendar(guardian, household.id);
  expect(eventsOf(calendar)).toMatchObject([{ SUMMARY: "Nahel · Soir (à payer)", STATUS: "TENTATIVE" }]);
  expect(calendar).not.toMatch(/Aya|Benali|Rousseau/);

  await ctx.db
    .update(reservations)
    .set({ status: "cancelled", awaiting: null, holdExpiresAt: null })
    .where(eq(reservations.householdId, household.id));
  expect(eventsOf(await getFamilyCalendar(guardian, household.id))).toEqual([]);
  expect(await codeOf(getFamilyCalendar(other.guardian, household.id))).toBe("not_found");
});
