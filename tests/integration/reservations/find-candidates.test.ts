import { expect } from "vitest";
import { incomeQuotients, tariffVersions } from "@/db/schema";
import { findCandidates } from "@/lib/reservations/find-candidates";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../support/database";
import {
  aChild,
  aFamilyAndAnEvening,
  anOccurrence,
  anotherFamily,
  aSlot,
  aTariff,
  enroll,
} from "../../support/factories";

const bands = [
  { code: "A", min: 0, max: 699, cents: 100 },
  { code: "B", min: 700, max: null, cents: 250 },
];
const byQuotient = { method: "qf_band" as const, bands: { resident: bands, nonResident: bands } };

test("reads all that decides whether a cell can be booked, and at what price", async ({ ctx }) => {
  const { household, guardian, cell, occurrence } = await aFamilyAndAnEvening(ctx);

  const found = await findCandidates(guardian, { householdId: household.id, cells: [cell] });

  expect(found).toMatchObject([
    {
      ...cell,
      enrolled: true,
      live: false,
      left: 10,
      closedReason: null,
      birthDate: "2019-03-14",
      holdMinutes: 20,
      approval: "automatic",
      billing: "prepaid",
      occurrence: { id: occurrence.id, closesAt: occurrence.bookingClosesAt },
      price: { cents: 300, trace: { tariff: "Accueil du soir", method: "flat", category: "resident" } },
    },
  ]);
});

test("tells what stands against a cell", async ({ ctx }) => {
  const { household, guardian, cell, slot } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 1 } });
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  await anOccurrence(ctx, slot, { date: "2026-09-21", closedReason: "grève" });
  const sibling = await aChild(ctx, household, { firstName: "Lisa" });

  const cells = [
    cell,
    { ...cell, date: "2026-09-20" },
    { ...cell, date: "2026-09-21" },
    { ...cell, childId: sibling.id },
  ];
  const found = await findCandidates(guardian, { householdId: household.id, cells });

  const of = (date: string, childId = cell.childId) =>
    found.find((candidate) => candidate.date === date && candidate.childId === childId);
  expect(of(cell.date)).toMatchObject({ live: true, left: 0, enrolled: true });
  expect(of("2026-09-20")).toMatchObject({ occurrence: null, left: null });
  expect(of("2026-09-21")).toMatchObject({ closedReason: "grève", live: false });
  expect(of(cell.date, sibling.id)).toMatchObject({ live: false, left: 0, enrolled: false });
});

test("prices by the tariff and the quotient in force on the day of the service", async ({ ctx }) => {
  const { household, guardian, child, activity } = await aFamilyAndAnEvening(ctx);
  const tariff = await aTariff(ctx, { rule: byQuotient });
  await ctx.db.insert(tariffVersions).values({
    tariffId: tariff.id,
    validFrom: "2026-10-01",
    rule: { method: "flat", cents: { resident: 999, nonResident: 999 } },
  });
  const quotient = { householdId: household.id, source: "caf", createdAt: ctx.now } as const;
  await ctx.db.insert(incomeQuotients).values([
    { ...quotient, value: 900, effectiveFrom: "2026-01-01", effectiveTo: "2026-09-20" },
    { ...quotient, value: 500, effectiveFrom: "2026-09-21" },
  ]);
  const slot = await aSlot(ctx, activity, { tariffId: tariff.id });
  const dates = ["2026-09-18", "2026-09-21", "2026-10-02"];
  for (const date of dates) await anOccurrence(ctx, slot, { date });

  const cells = dates.map((date) => ({ childId: child.id, slotId: slot.id, date }));
  const found = await findCandidates(guardian, { householdId: household.id, cells });

  const prices = Object.fromEntries(found.map(({ date, price }) => [date, price?.cents]));
  expect(prices).toEqual({ "2026-09-18": 250, "2026-09-21": 100, "2026-10-02": 999 });
});

test("names each cell once, in the order in which places are locked", async ({ ctx }) => {
  const { household, guardian, cell, slot, activity } = await aFamilyAndAnEvening(ctx);
  const monday = await anOccurrence(ctx, slot, { date: "2026-09-21" });
  const sibling = await aChild(ctx, household, { firstName: "Sohan" });
  await enroll(ctx, sibling, activity);

  const cells = [{ ...cell, date: monday.date }, { ...cell, childId: sibling.id }, cell, cell];
  const found = await findCandidates(guardian, { householdId: household.id, cells });

  const children = [cell.childId, sibling.id].sort();
  expect(found.map(({ childId, date }) => ({ childId, date }))).toEqual([
    ...children.map((childId) => ({ childId, date: cell.date })),
    { childId: cell.childId, date: monday.date },
  ]);
});

test("answers another family's child, a guardian and an unknown slot like missing ones", async ({ ctx }) => {
  const { household, guardian, cell, activity } = await aFamilyAndAnEvening(ctx);
  const other = await anotherFamily(ctx, activity);

  for (const foreign of [
    { ...cell, childId: other.child.id },
    { ...cell, childId: guardian.actor.personId },
    { ...cell, slotId: 999_999 },
  ]) {
    const search = findCandidates(guardian, { householdId: household.id, cells: [cell, foreign] });
    await expect(search).rejects.toMatchObject({ code: "not_found" });
  }
  const inTheirName = findCandidates(other.guardian, { householdId: household.id, cells: [cell] });
  await expect(inTheirName).rejects.toMatchObject({ code: "not_found" });
});
