import { eq } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import { incomeQuotients, type ReservationStatus, reservations, slotOccurrences } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { getCartSummary } from "@/lib/reservations/queries/cart-summary";
import { getCellOf } from "@/lib/reservations/queries/cell-of";
import { getDay } from "@/lib/reservations/queries/day";
import { getMonth } from "@/lib/reservations/queries/month";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aCart } from "../../support/carts";
import { test } from "../../support/database";
import {
  aChild,
  aFamilyAndAnEvening,
  anAgeGroup,
  anOccurrence,
  anotherFamily,
  aSlot,
  aTariff,
  enroll,
  later,
} from "../../support/factories";

const becomes = ({ db }: Context, status: ReservationStatus) =>
  db.update(reservations).set({ status, awaiting: null, holdExpiresAt: null });

/** The letter of one cell of a month. */
async function letterOn(ctx: Context, householdId: string, date: string, child = 0) {
  const { days, cells } = await getMonth(ctx, householdId, date.slice(0, 7));
  return cells[child]?.[0]?.[days.findIndex((day) => day.date === date)];
}

describe("the month", () => {
  test("is whole weeks of compact strings", async ({ ctx }) => {
    const { household, guardian, child, slot } = await aFamilyAndAnEvening(ctx);

    const month = await getMonth(guardian, household.id, "2026-09");

    expect(month).toMatchObject({ householdId: household.id, month: "2026-09", today: "2026-09-09" });
    expect(month.days.map(({ date }) => date)).toHaveLength(25);
    expect([month.days[0], month.days.at(-1)]).toMatchObject([
      { date: "2026-08-31", inMonth: false },
      { date: "2026-10-02", inMonth: false },
    ]);
    expect(month.children).toEqual([{ id: child.id, firstName: "Nahel", rank: 1 }]);
    expect(month.slots).toEqual([{ id: slot.id, activity: "Périscolaire", label: "Soir", billing: "prepaid" }]);
    expect(month.cells).toEqual([[`${" ".repeat(14)}.${" ".repeat(10)}`]]);
    expect(month.closes[0]?.[14]).toBe(Date.parse("2026-09-10T22:00:00Z") / 60_000);
    expect(month.prices).toEqual([[300]]);
  });

  test("shows Saturday and Sunday only where something opens then", async ({ ctx }) => {
    const { household, guardian, slot } = await aFamilyAndAnEvening(ctx);
    await anOccurrence(ctx, slot, { date: "2026-09-19" });
    const { days } = await getMonth(guardian, household.id, "2026-09");
    expect(days.map(({ date }) => date)).toContain("2026-09-26");
    expect(days.map(({ date }) => date)).not.toContain("2026-09-20");
  });

  test("names holidays", async ({ ctx }) => {
    const { household, guardian, slot } = await aFamilyAndAnEvening(ctx);
    await anOccurrence(ctx, slot, { date: "2026-11-10" });
    const { days } = await getMonth(guardian, household.id, "2026-11");
    expect(days.find(({ date }) => date === "2026-11-11")?.note).toMatch(/armistice/i);
  });

  const states: [ReservationStatus, string][] = [
    ["booked", "R"],
    ["waitlisted", "L"],
    ["cancellation_requested", "N"],
    ["absent_charged", "F"],
    ["absent_excused", "E"],
    ["attended", "T"],
    ["attended_unbooked", "T"],
    ["refused", "."],
    ["cancelled", "."],
  ];
  for (const [status, letter] of states) {
    test(`writes ${letter} for ${status}`, async ({ ctx }) => {
      const { household, guardian, cell } = await aCart(ctx);
      await becomes(ctx, status);
      expect(await letterOn(guardian, household.id, cell.date)).toBe(letter);
    });
  }

  test("tells a request that waits for its payment from one that waits for the structure", async ({ ctx }) => {
    const unpaid = await aCart(ctx);
    expect(await letterOn(unpaid.guardian, unpaid.household.id, unpaid.cell.date)).toBe("P");
    const unapproved = await aCart(ctx, { activity: { approval: "manual" } });
    expect(await letterOn(unapproved.guardian, unapproved.household.id, unapproved.cell.date)).toBe("V");
  });

  test("writes what has gone by in lower case, and a free day that has gone by as a dash", async ({ ctx }) => {
    const { household, guardian, cell } = await aCart(ctx);
    const afterwards = later(guardian, 10 * 24 * 60);
    await becomes(ctx, "attended");
    expect(await letterOn(afterwards, household.id, cell.date)).toBe("t");
    await becomes(ctx, "cancelled");
    expect(await letterOn(afterwards, household.id, cell.date)).toBe("-");
  });

  test("says why a free day cannot be had: closed, too late, full", async ({ ctx }) => {
    const { household, guardian, cell, occurrence } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 0 } });
    expect(await letterOn(guardian, household.id, cell.date)).toBe("o");
    expect(await letterOn({ ...guardian, now: occurrence.bookingClosesAt }, household.id, cell.date)).toBe("x");
    await ctx.db.update(slotOccurrences).set({ closedReason: "grève" }).where(eq(slotOccurrences.id, occurrence.id));
    expect(await letterOn(guardian, household.id, cell.date)).toBe("#");
  });

  test("leaves blank what a child is too young for, or not enrolled in", async ({ ctx }) => {
    const { household, guardian, activity, cell } = await aFamilyAndAnEvening(ctx);
    await aChild(ctx, household, { firstName: "Lisa" });
    const toddlers = await anAgeGroup(ctx, activity, 3, 5);
    const slot = await aSlot(ctx, activity, { label: "Matin", startsAt: "07:30", ageGroupId: toddlers.id });
    await anOccurrence(ctx, slot, { date: cell.date });

    const { children, slots, cells } = await getMonth(guardian, household.id, "2026-09");

    expect(slots.map(({ label }) => label)).toEqual(["Matin", "Soir"]);
    const rows = Object.fromEntries(
      children.map(({ firstName }, row) => [firstName, cells[row]?.map((cell) => cell.trim())]),
    );
    expect(rows).toEqual({ Lisa: ["", ""], Nahel: ["", "."] });
  });

  test("offers to every child what asks for no enrolment", async ({ ctx }) => {
    const { household, guardian, cell } = await aFamilyAndAnEvening(ctx, { activity: { enrollment: "none" } });
    await aChild(ctx, household, { firstName: "Lisa" });
    expect([
      await letterOn(guardian, household.id, cell.date, 0),
      await letterOn(guardian, household.id, cell.date, 1),
    ]).toEqual([".", "."]);
  });

  test("tells no price that changes within the month", async ({ ctx }) => {
    const { household, guardian, child, activity } = await aFamilyAndAnEvening(ctx);
    const bands = [
      { code: "A", min: 0, max: 699, cents: 100 },
      { code: "B", min: 700, max: null, cents: 250 },
    ];
    const rule = { method: "qf_band" as const, bands: { resident: bands, nonResident: bands } };
    const tariff = await aTariff(ctx, { rule });
    const slot = await aSlot(ctx, activity, { tariffId: tariff.id, startsAt: "07:00", label: "Matin" });
    await anOccurrence(ctx, slot);
    const quotient = { householdId: household.id, source: "caf", createdAt: ctx.now } as const;
    await ctx.db.insert(incomeQuotients).values([
      { ...quotient, value: 900, effectiveFrom: "2026-01-01", effectiveTo: "2026-09-20" },
      { ...quotient, value: 500, effectiveFrom: "2026-09-21" },
    ]);

    expect((await getMonth(guardian, household.id, "2026-09")).prices).toEqual([[null, 300]]);
    const day = await getDay(guardian, { householdId: household.id, date: "2026-09-18" });
    expect(day.lines[0]?.children).toMatchObject([{ childId: child.id, priceCents: 250 }]);
  });

  test("costs two statements, whatever the number of children and days", async ({ ctx }) => {
    const { household, guardian, slot, activity } = await aFamilyAndAnEvening(ctx);
    for (const date of ["2026-09-21", "2026-09-22", "2026-09-24"]) await anOccurrence(ctx, slot, { date });
    for (const firstName of ["Sohan", "Lisa"]) await enroll(ctx, await aChild(ctx, household, { firstName }), activity);
    const statements = vi.spyOn(ctx.db, "execute");
    await getMonth(guardian, household.id, "2026-09");
    expect(statements).toHaveBeenCalledTimes(2);
  });

  test("is not another family's to see", async ({ ctx }) => {
    const { household, activity } = await aFamilyAndAnEvening(ctx);
    const other = await anotherFamily(ctx, activity);
    const day = { householdId: household.id, date: "2026-09-18" };
    await expect(getMonth(other.guardian, household.id, "2026-09")).rejects.toMatchObject({ code: "not_found" });
    await expect(getDay(other.guardian, day)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the day", () => {
  test("explains each line: hours, deadline, places, price, who asked", async ({ ctx }) => {
    const { household, guardian, cell } = await aCart(ctx);

    const day = await getDay(guardian, { householdId: household.id, date: cell.date });

    expect(day).toMatchObject({ date: "2026-09-18", words: "vendredi 18 septembre 2026" });
    expect(day.lines).toHaveLength(1);
    expect(day.lines[0]).toMatchObject({
      slotId: cell.slotId,
      label: "Soir",
      hours: "16\u00a0h\u00a030 – 18\u00a0h\u00a030",
      deadline: "Réservation possible jusqu’au jeudi 10 septembre 2026 à 23\u00a0h\u00a059",
      places: "9 places",
      children: [{ childId: cell.childId, code: "P", priceCents: 300, by: "Cédric Rousseau" }],
    });
    expect(day.lines[0]?.children[0]?.why.length).toBeGreaterThan(0);
  });

  test("says that the deadline has passed, or why the day is closed", async ({ ctx }) => {
    const { household, guardian, cell, occurrence } = await aFamilyAndAnEvening(ctx);
    const asked = { householdId: household.id, date: cell.date };
    const late = await getDay({ ...guardian, now: occurrence.bookingClosesAt }, asked);
    expect(late.lines[0]?.deadline).toMatch(/^Le délai de réservation est dépassé depuis le jeudi 10 septembre/);

    await ctx.db.update(slotOccurrences).set({ closedReason: "grève" }).where(eq(slotOccurrences.id, occurrence.id));
    expect((await getDay(guardian, asked)).lines[0]?.deadline).toBe("Fermé : grève");
  });

  test("shows the price that was agreed, not the one of today", async ({ ctx }) => {
    const { household, guardian, cell } = await aCart(ctx);
    await ctx.db.update(reservations).set({ priceCents: 123 });
    const day = await getDay(guardian, { householdId: household.id, date: cell.date });
    expect(day.lines[0]?.children).toMatchObject([{ priceCents: 123 }]);
  });

  test("has no line where nothing opens", async ({ ctx }) => {
    const { household, guardian } = await aFamilyAndAnEvening(ctx);
    expect((await getDay(guardian, { householdId: household.id, date: "2026-09-17" })).lines).toEqual([]);
  });
});

describe("the cart, in short", () => {
  test("counts what waits for a payment, and until when the first place is kept", async ({ ctx }) => {
    const { household, guardian, cell, slot } = await aCart(ctx);
    const monday = await anOccurrence(ctx, slot, { date: "2026-09-21" });
    const cells = [{ ...cell, date: monday.date }];
    const { cart } = await requestSlots(later(guardian, 5), { householdId: household.id, cells });

    expect(cart).toEqual({ count: 2, totalCents: 600, holdExpiresAt: later(ctx, 20).now.getTime() });
    expect(await getCartSummary(later(guardian, 20), household.id)).toEqual({
      count: 1,
      totalCents: 300,
      holdExpiresAt: later(ctx, 25).now.getTime(),
    });
  });

  test("is not another family's to see", async ({ ctx }) => {
    const { household, activity } = await aCart(ctx);
    const other = await anotherFamily(ctx, activity);
    await expect(getCartSummary(other.guardian, household.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the cell of a reservation", () => {
  test("is found by those who may see it", async ({ ctx }) => {
    const { household, guardian, cell, activity } = await aCart(ctx);
    const [reservation] = await ctx.db.select().from(reservations);
    const reservationId = reservation?.id ?? 0;
    expect(await getCellOf(guardian, { householdId: household.id, reservationId })).toEqual(cell);

    const other = await anotherFamily(ctx, activity);
    const inTheirName = getCellOf(other.guardian, { householdId: household.id, reservationId });
    await expect(inTheirName).rejects.toMatchObject({ code: "not_found" });
    const inOurName = getCellOf(other.guardian, { householdId: other.household.id, reservationId });
    await expect(inOurName).rejects.toMatchObject({ code: "not_found" });
  });
});
