import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { persons, reservations, slotOccurrences } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { listFillRates, listOffers, listPlanning } from "@/lib/reservations/planning/queries";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../../support/database";
import { aChild, aFamilyAndAnEvening, anOccurrence, anotherFamily, enroll } from "../../../support/factories";

const friday = "2026-09-18";
const day = { from: friday, to: friday };
const agent = (ctx: Context, role: AgentRole): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "00000000-0000-4000-8000-000000000001", role },
});

test("counts those expected by their age on that very day, and apart who asks, is there or is away", async ({
  ctx,
}) => {
  const { household, child, activity, slot, guardian } = await aFamilyAndAnEvening(ctx, {
    activity: { billingMode: "billed" },
  });
  // Six on the day itself: no longer one of the little ones.
  await ctx.db.update(persons).set({ birthDate: "2020-09-18" }).where(eq(persons.id, child.id));
  const little = await aChild(ctx, household, { firstName: "Lisa", birthDate: "2020-09-19" });
  const unknown = await aChild(ctx, household, { firstName: "Sohan", birthDate: null });
  for (const one of [little, unknown]) await enroll(ctx, one, activity);
  const others = await Promise.all(Array.from({ length: 4 }, () => anotherFamily(ctx, activity)));
  const cellOf = (id: string) => ({ childId: id, slotId: slot.id, date: friday });
  await requestSlots(guardian, {
    householdId: household.id,
    cells: [child, little, unknown].map(({ id }) => cellOf(id)),
  });
  const statuses = ["attended", "absent_charged", "waitlisted", "attended_unbooked"] as const;
  for (const [index, { household, guardian, child }] of others.entries()) {
    await requestSlots(guardian, { householdId: household.id, cells: [cellOf(child.id)] });
    const status = statuses[index];
    if (status) await ctx.db.update(reservations).set({ status }).where(eq(reservations.childId, child.id));
  }

  expect(await listPlanning(agent(ctx, "animator"), day)).toMatchObject([
    {
      date: friday,
      facility: "Jules-Ferry",
      activity: "Périscolaire",
      slot: "Soir",
      capacity: 10,
      taken: 4,
      expected: 5,
      present: 2,
      unbooked: 1,
      absent: 1,
      waitlisted: 1,
      inCarts: 0,
      under6: 2,
      from6: 3,
    },
  ]);
});

test("counts a place in a cart apart from a request to approve", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  const manual = await aFamilyAndAnEvening(ctx, { activity: { approval: "manual" } });
  await requestSlots(manual.guardian, { householdId: manual.household.id, cells: [manual.cell] });

  const slots = await listPlanning(ctx, day);
  expect(slots.map(({ inCarts, toApprove, expected }) => [inCarts, toApprove, expected]).sort()).toEqual([
    [0, 1, 0],
    [1, 0, 0],
  ]);
});

test("shows a closed day with its reason, one structure alone, and nothing of another day", async ({ ctx }) => {
  const { occurrence, activity } = await aFamilyAndAnEvening(ctx);
  const other = await aFamilyAndAnEvening(ctx);
  await ctx.db.update(slotOccurrences).set({ closedReason: "Grève" }).where(eq(slotOccurrences.id, occurrence.id));

  expect(await listPlanning(ctx, { ...day, facilityId: activity.facilityId })).toMatchObject([
    { id: occurrence.id, closedReason: "Grève", expected: 0 },
  ]);
  expect(
    await listPlanning(ctx, { from: friday, to: "2026-09-25", facilityId: other.activity.facilityId }),
  ).toHaveLength(1);
  expect(await listPlanning(ctx, { from: "2026-09-19", to: "2026-09-25" })).toEqual([]);
});

test("says how full a slot is by weekday, closed days left out", async ({ ctx }) => {
  const { household, guardian, cell, slot, activity } = await aFamilyAndAnEvening(ctx, {
    activity: { billingMode: "billed" },
  });
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  await anOccurrence(ctx, slot, { date: "2026-09-25", capacity: 0 });
  await anOccurrence(ctx, slot, { date: "2026-10-02", closedReason: "Grève" });
  await anOccurrence(ctx, slot, { date: "2026-09-22" });

  const weeks = { from: "2026-09-14", to: "2026-10-11" };
  const rates = await listFillRates(agent(ctx, "animator"), { ...weeks, facilityId: activity.facilityId });
  expect(rates.toSorted((a, b) => a.weekday - b.weekday)).toMatchObject([
    { slotId: slot.id, weekday: 2, taken: 0, capacity: 10, days: 1, fullDays: 0 },
    { slotId: slot.id, weekday: 5, taken: 1, capacity: 10, days: 2, fullDays: 1 },
  ]);
  expect(await listFillRates(ctx, { ...weeks, facilityId: activity.id })).toEqual([]);
  await expect(listFillRates(guardian, weeks)).rejects.toMatchObject({ code: "forbidden" });
});

test("lists what is offered where", async ({ ctx }) => {
  const { activity, slot } = await aFamilyAndAnEvening(ctx);
  expect(await listOffers(ctx)).toEqual([
    {
      id: activity.facilityId,
      name: "Jules-Ferry",
      activities: [{ id: activity.id, name: "Périscolaire", slots: [{ id: slot.id, label: "Soir", group: null }] }],
    },
  ]);
});

test("is for those who staff the day", async ({ ctx }) => {
  const { guardian } = await aFamilyAndAnEvening(ctx);
  for (const who of [guardian, agent(ctx, "revenue_officer")]) {
    await expect(listPlanning(who, day)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listOffers(who)).rejects.toMatchObject({ code: "forbidden" });
  }
});
