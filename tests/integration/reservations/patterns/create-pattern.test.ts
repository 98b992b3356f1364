import { asc, eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { auditEvents, emails, patterns, reservations, slotOccurrences } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createPattern } from "@/lib/reservations/patterns/create-pattern";
import { previewPattern } from "@/lib/reservations/patterns/preview-pattern";
import type { PatternPreview } from "@/lib/reservations/patterns/rules";
import { undoPattern } from "@/lib/reservations/patterns/undo-pattern";
import { getCartSummary } from "@/lib/reservations/queries/cart-summary";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../../support/database";
import { aHousehold, anotherFamily, aSlot, guardianOf, later } from "../../../support/factories";
import { aFamilyAndItsEvenings, aPattern, confirmed, openSchoolDays, ticked } from "../../../support/patterns";

const bookedDays = async ({ db }: Context, childId: string) =>
  (
    await db
      .select({ date: slotOccurrences.date })
      .from(reservations)
      .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
      .where(eq(reservations.childId, childId))
      .orderBy(asc(slotOccurrences.date))
  ).map(({ date }) => date);

const previewIn = (error: { details: Record<string, unknown> }) => error.details.preview as PatternPreview;

test("books a week over a month as one thing, and leaves its trace", async ({ ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx, {
    activity: { billingMode: "billed" },
  });
  const slots = ticked({ children: [child], slots: [slot], weekdays: [1, 4] });

  const booked = await createPattern(guardian, await confirmed(guardian, aPattern(household, slots)));

  expect(booked).toMatchObject({ count: 8, toPay: { count: 0, cents: 0 }, waiting: 0 });
  expect(await bookedDays(ctx, child.id)).toEqual([
    "2026-09-21",
    "2026-09-24",
    "2026-09-28",
    "2026-10-01",
    "2026-10-05",
    "2026-10-08",
    "2026-10-12",
    "2026-10-15",
  ]);
  const rows = await ctx.db
    .select({ status: reservations.status, patternId: reservations.patternId })
    .from(reservations);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["booked"]));
  expect(new Set(rows.map(({ patternId }) => patternId))).toEqual(new Set([booked.patternId]));
  expect(await ctx.db.select().from(patterns)).toMatchObject([
    { id: booked.patternId, createdBy: guardian.actor.accountId, firstDay: "2026-09-21", bookedThrough: null },
  ]);
  expect(await ctx.db.select().from(auditEvents)).toMatchObject([
    { type: "pattern.booked", householdId: household.id, data: { requested: 8, waiting: 0 } },
  ]);
});

test("puts what is paid in advance in the cart, at the price of the day, held as any request", async ({ ctx }) => {
  const { household, guardian, children, slot } = await aFamilyAndItsEvenings(ctx, { siblings: ["Lisa"] });
  const input = aPattern(household, ticked({ children, slots: [slot] }), { to: "2026-09-25" });

  const booked = await createPattern(guardian, await confirmed(guardian, input));

  expect(booked).toMatchObject({ count: 8, toPay: { count: 8, cents: 2400 } });
  expect(await getCartSummary(guardian, household.id)).toEqual({
    count: 8,
    totalCents: 2400,
    holdExpiresAt: ctx.now.getTime() + 20 * 60_000,
  });
});

test("skips what is booked already: twice is once", async ({ ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx, {
    activity: { billingMode: "billed" },
  });
  const input = aPattern(household, ticked({ children: [child], slots: [slot] }), { to: "2026-09-25" });
  await requestSlots(guardian, {
    householdId: household.id,
    cells: [{ childId: child.id, slotId: slot.id, date: "2026-09-22" }],
  });

  expect(await createPattern(guardian, await confirmed(guardian, input))).toMatchObject({ count: 3 });

  const again = await previewPattern(guardian, input);
  expect(again).toMatchObject({ count: 0, already: 4, refused: [] });
  const twice = createPattern(guardian, { ...input, fingerprint: again.fingerprint, joinsWaitingList: true });
  await expect(twice).rejects.toMatchObject({ code: "pattern_empty" });
  expect(await ctx.db.select().from(patterns)).toHaveLength(1);
});

test("waits for full slots when asked to, and goes on without them otherwise", async ({ ctx }) => {
  const { household, guardian, children, slot } = await aFamilyAndItsEvenings(ctx, {
    siblings: ["Lisa"],
    capacity: 1,
    activity: { billingMode: "billed" },
  });
  const input = aPattern(household, ticked({ children, slots: [slot], weekdays: [1] }), { to: "2026-09-28" });

  expect(await createPattern(guardian, await confirmed(guardian, input, true))).toMatchObject({ count: 2, waiting: 2 });
  const rows = await ctx.db.select({ status: reservations.status }).from(reservations).orderBy(reservations.status);
  expect(rows.map(({ status }) => status)).toEqual(["booked", "booked", "waitlisted", "waitlisted"]);
});

describe("refuses, and writes nothing,", () => {
  test("what has changed since the preview, and shows the new one", async ({ ctx }) => {
    const { household, guardian, child, slot, activity } = await aFamilyAndItsEvenings(ctx, { capacity: 1 });
    const input = await confirmed(guardian, aPattern(household, ticked({ children: [child], slots: [slot] })));
    const other = await anotherFamily(ctx, activity);
    await requestSlots(other.guardian, {
      householdId: other.household.id,
      cells: [{ childId: other.child.id, slotId: slot.id, date: "2026-09-24" }],
    });

    const error = await createPattern(guardian, input).catch((error) => error);

    expect(error).toMatchObject({ code: "pattern_changed" });
    expect(previewIn(error)).toMatchObject({
      count: 15,
      full: 1,
      refused: [{ title: "1 créneau : complet", lines: [{ childId: child.id, days: "24 septembre 2026" }] }],
    });
    expect(await bookedDays(ctx, child.id)).toEqual([]);
    expect(await ctx.db.select().from(patterns)).toEqual([]);
    const { fingerprint } = previewIn(error);
    await expect(createPattern(guardian, { ...input, fingerprint })).resolves.toMatchObject({ count: 15 });
  });

  test("a deadline that has passed meanwhile", async ({ ctx }) => {
    const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx);
    const input = await confirmed(guardian, aPattern(household, ticked({ children: [child], slots: [slot] })));
    const tooLate = createPattern(later(guardian, 6 * 24 * 60), input);
    await expect(tooLate).rejects.toMatchObject({ code: "pattern_changed" });
  });

  test("another family's child, and another family's account", async ({ ctx }) => {
    const { household, guardian, child, slot, activity } = await aFamilyAndItsEvenings(ctx);
    const other = await anotherFamily(ctx, activity);
    const theirs = aPattern(household, ticked({ children: [other.child], slots: [slot] }));
    await expect(confirmed(guardian, theirs)).rejects.toMatchObject({ code: "not_found" });
    const forged = { ...theirs, fingerprint: "x", joinsWaitingList: false };
    await expect(createPattern(guardian, forged)).rejects.toMatchObject({ code: "not_found" });
    const ours = aPattern(other.household, ticked({ children: [child], slots: [slot] }));
    const inTheirName = { ...ours, fingerprint: "x", joinsWaitingList: false };
    await expect(createPattern(guardian, inTheirName)).rejects.toMatchObject({ code: "not_found" });
    const auditor = { ...ctx, actor: { kind: "agent", accountId: household.id, role: "auditor" } as const };
    await expect(createPattern(auditor, inTheirName)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.select().from(reservations)).toEqual([]);
  });
});

test("an agent sets it for a family, which is told once and may take it back", async ({ ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx, { activity: { approval: "manual" } });
  const { accountId } = (await guardianOf(ctx, await aHousehold(ctx))).actor;
  const agent = { ...ctx, actor: { kind: "agent", accountId, role: "site_manager" } as const };
  const input = aPattern(household, ticked({ children: [child], slots: [slot], weekdays: [1] }));

  const booked = await createPattern(agent, await confirmed(agent, input));

  expect(booked).toMatchObject({ count: 4, toPay: { count: 4, cents: 1200 } }); // who decides need not approve
  expect(await ctx.db.select().from(emails)).toMatchObject([{ template: "assisted-change" }]);
  const { patternId } = booked;
  expect(await undoPattern(guardian, { householdId: household.id, patternId })).toMatchObject({ count: 4 });
});

test("a school year of three children and three slots is one action, in well under a second", async ({
  committed: ctx,
}) => {
  const { household, guardian, children, slot, activity } = await aFamilyAndItsEvenings(ctx, {
    siblings: ["Sohan", "Lisa"],
    activity: { billingMode: "billed" },
    to: "2027-07-02",
    capacity: 100,
  });
  const slots = [slot];
  for (const label of ["Matin", "Midi"]) {
    const one = await aSlot(ctx, activity, { label });
    await openSchoolDays(ctx, one, { from: "2026-09-14", to: "2027-07-02", capacity: 100 });
    slots.push(one);
  }
  const input = await confirmed(guardian, aPattern(household, ticked({ children, slots }), { to: "2027-07-02" }));

  const booked = await createPattern(guardian, input);

  expect(booked.count).toBeGreaterThan(36 * 3 * 3 * 3);
  const [written] = await ctx.db.execute<{ count: number; taken: number }>(sql`
    select (select count(*)::int from reservations where pattern_id = ${booked.patternId}) as count,
      (select sum(taken)::int from slot_occurrences) as taken`);
  expect(written).toEqual({ count: booked.count, taken: booked.count });
});

test("families after the last places at the same moment: nobody waits in a circle, nothing is sold twice", async ({
  committed: ctx,
}) => {
  const { activity, slot } = await aFamilyAndItsEvenings(ctx, { capacity: 2, activity: { billingMode: "billed" } });
  const families = await Promise.all(Array.from({ length: 8 }, () => anotherFamily(ctx, activity)));
  const inputs = await Promise.all(
    families.map(({ guardian, household, child }) =>
      confirmed(guardian, aPattern(household, ticked({ children: [child], slots: [slot] }))),
    ),
  );

  const outcomes = await Promise.allSettled(
    families.map(({ guardian }, index) => createPattern(guardian, inputs[index] as (typeof inputs)[number])),
  );

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  const codes = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
  expect(new Set(codes)).toEqual(new Set(["pattern_changed"]));
  expect(await ctx.db.select().from(reservations)).toHaveLength(32);
});

test("two parents confirming the same week at once book it once", async ({ committed: ctx }) => {
  const { household, guardian, child, slot } = await aFamilyAndItsEvenings(ctx);
  const input = await confirmed(guardian, aPattern(household, ticked({ children: [child], slots: [slot] })));

  const outcomes = await Promise.allSettled([createPattern(guardian, input), createPattern(guardian, input)]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await ctx.db.select().from(reservations)).toHaveLength(16);
  expect(await ctx.db.select().from(patterns)).toHaveLength(1);
});
