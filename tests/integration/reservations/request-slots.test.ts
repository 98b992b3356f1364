import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { auditEvents, reservationChanges, reservations, slotOccurrences } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { requestSlots } from "@/lib/reservations/request-slots";
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

const takenOf = async ({ db }: Context, id: number) =>
  (await db.select({ taken: slotOccurrences.taken }).from(slotOccurrences).where(eq(slotOccurrences.id, id)))[0]?.taken;

test("requests a prepaid slot, keeps its place and tells the cart", async ({ ctx }) => {
  const { household, guardian, cell, occurrence } = await aFamilyAndAnEvening(ctx);

  const change = await requestSlots(guardian, { householdId: household.id, cells: [cell] });

  expect(change).toEqual({
    cells: [{ ...cell, code: "P" }],
    cart: { count: 1, totalCents: 300, holdExpiresAt: ctx.now.getTime() + 20 * 60_000 },
  });
  expect(await takenOf(ctx, occurrence.id)).toBe(1);
  expect(await ctx.db.select({ status: reservationChanges.status }).from(reservationChanges)).toEqual([
    { status: "requested" },
  ]);
  expect(await ctx.db.select({ type: auditEvents.type }).from(auditEvents)).toEqual([
    { type: "reservation.requested" },
  ]);
});

test("stores the price with its trace, and takes none from the browser", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);

  await requestSlots(guardian, { householdId: household.id, cells: [{ ...cell, priceCents: 1 } as typeof cell] });

  const [reservation] = await ctx.db.select().from(reservations);
  expect(reservation).toMatchObject({
    priceCents: 300,
    pricing: { tariff: "Accueil du soir", method: "flat", category: "resident", validFrom: "2026-01-01" },
  });
});

test("books at once what is billed at the end of the month", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx, { activity: { billingMode: "billed" } });

  const { cells, cart } = await requestSlots(guardian, { householdId: household.id, cells: [cell] });

  expect(cells).toEqual([{ ...cell, code: "R" }]);
  expect(cart.count).toBe(0);
});

test("waits for the structure where the activity wants it", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx, { activity: { approval: "manual" } });
  const { cells } = await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  expect(cells).toEqual([{ ...cell, code: "V" }]);
});

describe("refuses with its own sentence", () => {
  test("a full slot", async ({ ctx }) => {
    const { household, guardian, cell } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 0 } });
    const request = requestSlots(guardian, { householdId: household.id, cells: [cell] });
    await expect(request).rejects.toMatchObject({ code: "slot_full" });
  });

  test("a passed deadline, to the second", async ({ ctx }) => {
    const { household, guardian, cell, occurrence } = await aFamilyAndAnEvening(ctx);
    const request = { householdId: household.id, cells: [cell] };
    const late = { ...guardian, now: occurrence.bookingClosesAt };

    await expect(requestSlots(late, request)).rejects.toMatchObject({
      code: "booking_closed",
      details: {
        message:
          "Le délai de réservation est dépassé : c’était possible jusqu’au jeudi 10 septembre 2026 à 23\u00a0h\u00a059.",
      },
    });
    const lastSecond = { ...guardian, now: new Date(occurrence.bookingClosesAt.getTime() - 1000) };
    await expect(requestSlots(lastSecond, request)).resolves.toMatchObject({ cells: [{ code: "P" }] });
  });

  test("a closed day, with the reason", async ({ ctx }) => {
    const { household, guardian, cell } = await aFamilyAndAnEvening(ctx, { occurrence: { closedReason: "grève" } });
    const request = requestSlots(guardian, { householdId: household.id, cells: [cell] });
    await expect(request).rejects.toMatchObject({
      code: "slot_closed",
      details: { message: "Le service est fermé ce jour-là : grève." },
    });
  });

  test("a day on which nothing opens", async ({ ctx }) => {
    const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);
    const request = requestSlots(guardian, { householdId: household.id, cells: [{ ...cell, date: "2026-09-20" }] });
    await expect(request).rejects.toMatchObject({ code: "slot_closed" });
  });

  test("a child of another family, like one that does not exist", async ({ ctx }) => {
    const { household, guardian, cell, activity } = await aFamilyAndAnEvening(ctx);
    const other = await anotherFamily(ctx, activity);

    const theirs = requestSlots(guardian, { householdId: household.id, cells: [{ ...cell, childId: other.child.id }] });
    await expect(theirs).rejects.toMatchObject({ code: "not_found" });
    const inTheirName = requestSlots(guardian, {
      householdId: other.household.id,
      cells: [{ ...cell, childId: other.child.id }],
    });
    await expect(inTheirName).rejects.toMatchObject({ code: "not_found" });
  });

  test("a slot of another age group", async ({ ctx }) => {
    const { household, guardian, child, activity } = await aFamilyAndAnEvening(ctx);
    const toddlers = await anAgeGroup(ctx, activity, 3, 5);
    const slot = await aSlot(ctx, activity, { ageGroupId: toddlers.id });
    const { date } = await anOccurrence(ctx, slot);

    const request = requestSlots(guardian, {
      householdId: household.id,
      cells: [{ childId: child.id, slotId: slot.id, date }],
    });
    await expect(request).rejects.toMatchObject({ code: "wrong_age_group" });
  });

  test("a child who is not enrolled", async ({ ctx }) => {
    const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);
    const sibling = await aChild(ctx, household, { firstName: "Lisa" });
    const request = requestSlots(guardian, { householdId: household.id, cells: [{ ...cell, childId: sibling.id }] });
    await expect(request).rejects.toMatchObject({ code: "not_enrolled" });
  });

  test("nobody, for want of an enrolment, where the activity asks for none", async ({ ctx }) => {
    const { household, guardian, cell } = await aFamilyAndAnEvening(ctx, { activity: { enrollment: "none" } });
    const sibling = await aChild(ctx, household, { firstName: "Lisa" });
    const cells = [{ ...cell, childId: sibling.id }];
    await expect(requestSlots(guardian, { householdId: household.id, cells })).resolves.toBeDefined();
  });

  test("a tariff that nobody has decided yet", async ({ ctx }) => {
    const { household, guardian, child, activity } = await aFamilyAndAnEvening(ctx);
    const tariff = await aTariff(ctx, { validFrom: "2027-01-01" });
    const slot = await aSlot(ctx, activity, { tariffId: tariff.id });
    const { date } = await anOccurrence(ctx, slot);

    const request = requestSlots(guardian, {
      householdId: household.id,
      cells: [{ childId: child.id, slotId: slot.id, date }],
    });
    await expect(request).rejects.toMatchObject({ code: "price_unknown" });
  });

  test("a visitor, and an agent without the right", async ({ ctx }) => {
    const { household, cell } = await aFamilyAndAnEvening(ctx);
    const request = { householdId: household.id, cells: [cell] };
    await expect(requestSlots({ ...ctx, actor: { kind: "visitor" } }, request)).rejects.toMatchObject({
      code: "unauthenticated",
    });
    const auditor = { kind: "agent", accountId: household.id, role: "auditor" } as const;
    await expect(requestSlots({ ...ctx, actor: auditor }, request)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("asked again by who never heard the answer, a request stays as it is, and the rest of the gesture is judged", async ({
  ctx,
}) => {
  const { household, guardian, cell, slot } = await aFamilyAndAnEvening(ctx);
  const next = { ...cell, date: (await anOccurrence(ctx, slot, { date: "2026-09-21" })).date };
  const full = { ...cell, date: (await anOccurrence(ctx, slot, { date: "2026-09-22", capacity: 0 })).date };
  const ask = (...cells: (typeof cell)[]) => requestSlots(later(guardian, 5), { householdId: household.id, cells });
  const first = await requestSlots(guardian, { householdId: household.id, cells: [cell] });

  expect(await ask(cell)).toEqual(first);
  await expect(ask(cell, full)).rejects.toMatchObject({ code: "slot_full", details: { refusals: [full] } });
  const both = await ask(cell, next);
  expect(both.cells).toEqual([
    { ...cell, code: "P" },
    { ...next, code: "P" },
  ]);
  expect(both.cart).toMatchObject({ count: 2, totalCents: 600 });
  expect(await ctx.db.select().from(reservationChanges)).toHaveLength(2);
});

test("a place that was missed is not asked for again", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  await ctx.db.update(reservations).set({ status: "absent_charged", awaiting: null, holdExpiresAt: null });
  const again = requestSlots(guardian, { householdId: household.id, cells: [cell] });
  await expect(again).rejects.toMatchObject({ code: "already_booked" });
});

test("books nothing of a gesture when one cell is refused, and says which", async ({ ctx }) => {
  const { household, guardian, cell, slot } = await aFamilyAndAnEvening(ctx);
  const full = await anOccurrence(ctx, slot, { date: "2026-09-21", capacity: 0 });

  const request = requestSlots(guardian, { householdId: household.id, cells: [cell, { ...cell, date: full.date }] });

  await expect(request).rejects.toMatchObject({
    code: "requests_refused",
    details: { refusals: [{ ...cell, date: "2026-09-21", message: "Ce créneau est complet." }] },
  });
  expect(await ctx.db.select().from(reservations)).toEqual([]);
});

test("a cell named twice in one gesture is one request", async ({ ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);
  await requestSlots(guardian, { householdId: household.id, cells: [cell, cell] });
  expect(await ctx.db.select().from(reservations)).toHaveLength(1);
});

test("gives the last place once, however many ask at the same moment", async ({ committed: ctx }) => {
  const { activity, slot, occurrence } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 1 } });
  const families = await Promise.all(Array.from({ length: 24 }, () => anotherFamily(ctx, activity)));

  const outcomes = await Promise.allSettled(
    families.map(({ household, child, guardian }) =>
      requestSlots(guardian, {
        householdId: household.id,
        cells: [{ childId: child.id, slotId: slot.id, date: occurrence.date }],
      }),
    ),
  );

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
  expect(new Set(refusals)).toEqual(new Set(["slot_full"]));
  expect(await takenOf(ctx, occurrence.id)).toBe(1);
});

test("families asking for the same slots in opposite orders never wait for each other", async ({ committed: ctx }) => {
  const { activity, slot } = await aFamilyAndAnEvening(ctx);
  const dates = ["2026-09-21", "2026-09-22", "2026-09-24", "2026-09-25"];
  for (const date of dates) await anOccurrence(ctx, slot, { date, capacity: 100 });
  const families = await Promise.all(Array.from({ length: 20 }, () => anotherFamily(ctx, activity)));

  await Promise.all(
    families.map(({ household, child, guardian }, index) => {
      const cells = dates.map((date) => ({ childId: child.id, slotId: slot.id, date }));
      return requestSlots(guardian, { householdId: household.id, cells: index % 2 ? cells : cells.reverse() });
    }),
  );

  expect(await ctx.db.select().from(reservations)).toHaveLength(80);
});

test("two parents clicking the same cell of their child book it once", async ({ committed: ctx }) => {
  const { household, guardian, cell } = await aFamilyAndAnEvening(ctx);
  const request = { householdId: household.id, cells: [cell] };

  const told = await Promise.all(Array.from({ length: 10 }, () => requestSlots(guardian, request)));

  expect(told.map(({ cells }) => cells)).toEqual(told.map(() => [{ ...cell, code: "P" }]));
  expect(await ctx.db.select().from(reservationChanges)).toHaveLength(1);
});

test("siblings asking in one gesture for one last place are told which of them has none", async ({ ctx }) => {
  const { household, guardian, cell, activity } = await aFamilyAndAnEvening(ctx, { occurrence: { capacity: 1 } });
  const sibling = await aChild(ctx, household, { firstName: "Sohan" });
  await enroll(ctx, sibling, activity);

  const request = requestSlots(guardian, {
    householdId: household.id,
    cells: [cell, { ...cell, childId: sibling.id }],
  });

  await expect(request).rejects.toMatchObject({
    code: "requests_refused",
    details: { refusals: [{ date: cell.date, message: "Ce créneau est complet." }] },
  });
  expect(await ctx.db.select().from(reservations)).toEqual([]);
});

test("a sibling of the same age group shares the gesture", async ({ ctx }) => {
  const { household, guardian, cell, activity } = await aFamilyAndAnEvening(ctx);
  const sibling = await aChild(ctx, household, { firstName: "Sohan" });
  await enroll(ctx, sibling, activity);

  const { cart } = await requestSlots(guardian, {
    householdId: household.id,
    cells: [cell, { ...cell, childId: sibling.id }],
  });

  expect(cart).toMatchObject({ count: 2, totalCents: 600 });
});
