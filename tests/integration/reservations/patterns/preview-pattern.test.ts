import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { custodySchedules, enrollments, reservations, slotOccurrences } from "@/db/schema";
import { previewPattern } from "@/lib/reservations/patterns/preview-pattern";
import { test } from "../../../support/database";
import { aChild, aHousehold, anActivity, anAgeGroup, aSlot, enroll } from "../../../support/factories";
import { aFamilyAndItsEvenings, aPattern, openSchoolDays, ticked } from "../../../support/patterns";

test("says what a plan costs at each régie, now and later, and writes nothing", async ({ ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx);
  const canteen = await anActivity(ctx, {
    name: "Restauration",
    billingMode: "billed",
    kind: "lunch",
    gateway: "systempay",
  });
  const meal = await aSlot(ctx, canteen, { label: "Repas" });
  await openSchoolDays(ctx, meal, { from: "2026-09-14", to: "2026-10-16" });
  await enroll(ctx, child, canteen);
  const slots = ticked({ children: [child], slots: [slot, meal], weekdays: [1] });

  const preview = await previewPattern(guardian, aPattern(household, slots, { to: "2026-09-30" }));

  expect(preview).toMatchObject({ count: 4, days: 2, already: 0, full: 0, refused: [], closed: [], instalment: null });
  expect(preview.offices).toEqual([
    {
      name: "Régie payfip",
      now: { count: 2, cents: 600 },
      invoiced: { count: 0, cents: 0 },
      free: 0,
      approval: { count: 0, cents: 0 },
    },
    {
      name: "Régie systempay",
      now: { count: 0, cents: 0 },
      invoiced: { count: 2, cents: 600 },
      free: 0,
      approval: { count: 0, cents: 0 },
    },
  ]);
  expect(preview.keptUntil).toBe("mercredi 9 septembre 2026 à 10\u00a0h\u00a020");
  expect(await ctx.db.select().from(reservations)).toEqual([]);
});

test("groups what is refused by reason, and days without service by what the calendar calls them", async ({ ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx, { to: "2026-11-13" });
  await ctx.db.update(slotOccurrences).set({ closedReason: "grève" }).where(eq(slotOccurrences.date, "2026-09-22"));
  await ctx.db.update(slotOccurrences).set({ capacity: 0 }).where(eq(slotOccurrences.date, "2026-09-21"));
  await ctx.db.update(enrollments).set({ endsOn: "2026-11-08" });
  const slots = ticked({ children: [child], slots: [slot], weekdays: [1, 2, 3] });

  const preview = await previewPattern(guardian, aPattern(household, slots, { from: "2026-09-14", to: "2026-11-20" }));

  expect(preview.refused).toEqual([
    {
      code: "booking_closed",
      title: "2 créneaux : délai de réservation dépassé",
      lines: [{ childId: child.id, service: "Périscolaire, Soir", days: "14 et 15 septembre 2026" }],
    },
    {
      code: "slot_full",
      title: "1 créneau : complet",
      lines: [expect.objectContaining({ days: "21 septembre 2026" })],
    },
    {
      code: "slot_closed",
      title: "1 créneau : Le service est fermé ce jour-là : grève.",
      lines: [expect.objectContaining({ days: "22 septembre 2026" })],
    },
    {
      code: "not_enrolled",
      title: "2 créneaux : enfant non inscrit à l’activité",
      lines: [expect.objectContaining({ days: "9 et 10 novembre 2026" })],
    },
  ]);
  expect(preview.closed).toEqual([
    { label: "Jours sans service", days: 6 },
    { label: "Vacances de la Toussaint", days: 6 },
    { label: "Armistice 1918", days: 1 },
  ]);
  expect(preview.openUntil).toBe("vendredi 13 novembre 2026");
});

test("gives the days of the other household back to it, and itemises them", async ({ ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx);
  const other = await aHousehold(ctx, { name: "Haddad" });
  await ctx.db.insert(custodySchedules).values({
    childId: child.id,
    effectiveFrom: "2026-09-01",
    rules: [{ kind: "parityWeeks", even: household.id, odd: other.id, switchWeekday: 1, switchTime: "00:00" }],
    createdAt: ctx.now,
  });
  const slots = ticked({ children: [child], slots: [slot], weekdays: [1] });

  const everyWeek = await previewPattern(guardian, aPattern(household, slots));
  expect(everyWeek).toMatchObject({
    count: 2,
    refused: [
      {
        code: "custody_other_household",
        title: "2 créneaux : jour de l’autre foyer, d’après le calendrier de garde",
        lines: [{ days: "21 septembre 2026, 5 octobre 2026" }],
      },
    ],
  });

  const evenWeeks = aPattern(household, slots, { plan: { rhythm: { kind: "parity" } } });
  expect(await previewPattern(guardian, evenWeeks)).toMatchObject({ count: 2, refused: [] });
});

test("follows a child from one age group to the next under the same name", async ({ ctx }) => {
  const { household, guardian, child, activity } = await aFamilyAndItsEvenings(ctx);
  const [young, old] = [await anAgeGroup(ctx, activity, 3, 7), await anAgeGroup(ctx, activity, 8, 11)];
  const small = await aSlot(ctx, activity, { label: "Goûter", ageGroupId: young.id });
  const tall = await aSlot(ctx, activity, { label: "Goûter", ageGroupId: old.id });
  for (const slot of [small, tall]) await openSchoolDays(ctx, slot, { from: "2027-03-01", to: "2027-03-31" });
  const slots = ticked({ children: [child], slots: [small] });

  const preview = await previewPattern(guardian, aPattern(household, slots, { from: "2027-03-08", to: "2027-03-19" }));

  expect(preview).toMatchObject({ count: 8, refused: [] });

  const sibling = await aChild(ctx, household, { birthDate: "2017-01-05", firstName: "Sohan" });
  await enroll(ctx, sibling, activity);
  const both = [...slots, ...ticked({ children: [sibling], slots: [tall] })];
  const together = await previewPattern(guardian, aPattern(household, both, { from: "2027-03-08", to: "2027-03-19" }));
  expect(together).toMatchObject({ count: 16, refused: [] });
});

test("proposes to pay month after month what is paid in advance", async ({ ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx, { to: "2026-12-18" });
  const input = aPattern(household, ticked({ children: [child], slots: [slot], weekdays: [1] }), { to: "2026-12-18" });

  const whole = await previewPattern(guardian, input);
  expect(whole.count).toBe(11);
  expect(whole.instalment).toEqual({
    through: "samedi 31 octobre 2026",
    first: { count: 4, cents: 1200 },
    later: { count: 7, cents: 2100 },
    isChosen: false,
  });
  const monthly = await previewPattern(guardian, { ...input, isMonthly: true });
  expect(monthly).toMatchObject({ count: 4, offices: [{ now: { count: 4, cents: 1200 } }] });
});

test("refuses another family's child, an unknown slot and a period without end", async ({ ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx);
  const unknown = ticked({ children: [child], slots: [{ id: 999_999 }] });
  await expect(previewPattern(guardian, aPattern(household, unknown))).rejects.toMatchObject({ code: "not_found" });
  const stranger = ticked({ children: [household], slots: [slot] });
  await expect(previewPattern(guardian, aPattern(household, stranger))).rejects.toMatchObject({ code: "not_found" });
  const slots = ticked({ children: [child], slots: [slot] });
  const endless = previewPattern(guardian, aPattern(household, slots, { to: "2099-12-31" }));
  await expect(endless).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { to: expect.anything() } },
  });
});
