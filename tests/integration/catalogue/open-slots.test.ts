import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import {
  activities,
  auditEvents,
  closures,
  type DeadlineRule,
  facilities,
  facilityClosures,
  revenueOffices,
  slotOccurrences,
  slots,
  tariffs,
} from "@/db/schema";
import { openSlots } from "@/lib/catalogue/open-slots";
import type { Actor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";

const weekBefore: DeadlineRule = { kind: "daysBefore", days: 7, count: "calendar", time: "00:00" };
const twoWorkingDays: DeadlineRule = { kind: "daysBefore", days: 2, count: "working", time: "10:00" };

async function aSlot({ db }: Context): Promise<number> {
  const [facility] = await db
    .insert(facilities)
    .values({ name: "Jules-Ferry", address: "1 rue des Écoles", email: "ecole@exemple.fr", schoolZone: "B" })
    .returning();
  const [office] = await db
    .insert(revenueOffices)
    .values({
      name: "Régie",
      officerName: "Anne Roy",
      email: "regie@exemple.fr",
      gateway: "payfip",
      gatewaySettings: { numcli: "090909", saisie: "T" },
    })
    .returning();
  const [tariff] = await db.insert(tariffs).values({ label: "Accueil du soir" }).returning();
  if (!facility || !office || !tariff) throw new Error("the catalogue of the test was not written");
  const [activity] = await db
    .insert(activities)
    .values({
      facilityId: facility.id,
      revenueOfficeId: office.id,
      name: "Périscolaire",
      kind: "before_after_school",
      billingMode: "prepaid",
    })
    .returning();
  const [slot] = await db
    .insert(slots)
    .values({
      activityId: activity?.id ?? "",
      tariffId: tariff.id,
      label: "Soir",
      startsAt: "16:30",
      endsAt: "18:30",
      capacity: 40,
      bookingDeadline: weekBefore,
      cancellationDeadline: twoWorkingDays,
    })
    .returning();
  return slot?.id ?? 0;
}

const opened = ({ db }: Context, slotId: number) =>
  db.select().from(slotOccurrences).where(eq(slotOccurrences.slotId, slotId)).orderBy(asc(slotOccurrences.date));

async function closeOn({ db }: Context, date: string): Promise<void> {
  const [facility] = await db.select().from(facilities);
  await db
    .insert(facilityClosures)
    .values({ facilityId: facility?.id ?? "", label: "Pont", firstDay: date, lastDay: date });
}

test("opens a slot with its capacity and both deadlines of each date", async ({ ctx }) => {
  const slotId = await aSlot(ctx);

  await openSlots(ctx, { slotId, dates: ["2026-09-18", "2026-11-12"] });

  expect(await opened(ctx, slotId)).toMatchObject([
    {
      date: "2026-09-18",
      capacity: 40,
      taken: 0,
      bookingClosesAt: new Date("2026-09-10T22:00:00Z"),
      cancellationClosesAt: new Date("2026-09-16T08:00:00Z"),
      closedReason: null,
    },
    {
      date: "2026-11-12",
      bookingClosesAt: new Date("2026-11-04T23:00:00Z"),
      cancellationClosesAt: new Date("2026-11-09T09:00:00Z"),
    },
  ]);
});

test("leaves its trace", async ({ ctx }) => {
  const slotId = await aSlot(ctx);
  await openSlots(ctx, { slotId, dates: ["2026-09-18"] });

  const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "slot.opened"));
  expect(event).toMatchObject({ subjectId: String(slotId), actorKind: "system:test", data: { dates: ["2026-09-18"] } });
});

test("twice is once: a date that is open stays as it is", async ({ ctx }) => {
  const slotId = await aSlot(ctx);
  const [first] = await openSlots(ctx, { slotId, dates: ["2026-09-18"] });
  await ctx.db.update(slots).set({ capacity: 12 }).where(eq(slots.id, slotId));

  const again = await openSlots(ctx, { slotId, dates: ["2026-09-18", "2026-09-21"] });

  expect(again.map(({ date }) => date)).toEqual(["2026-09-21"]);
  expect(await opened(ctx, slotId)).toMatchObject([
    { id: first?.id, date: "2026-09-18", capacity: 40 },
    { date: "2026-09-21", capacity: 12 },
  ]);
});

test("opens nothing when no date is asked for", async ({ ctx }) => {
  const slotId = await aSlot(ctx);
  expect(await openSlots(ctx, { slotId, dates: [] })).toEqual([]);
});

test("counts around the days on which the structure is closed", async ({ ctx }) => {
  const slotId = await aSlot(ctx);
  const rule: DeadlineRule = { ...weekBefore, days: 1, skip: { closedDays: true } };
  await ctx.db.update(slots).set({ bookingDeadline: rule }).where(eq(slots.id, slotId));

  await closeOn(ctx, "2026-09-17");
  await openSlots(ctx, { slotId, dates: ["2026-09-18"] });

  expect(await opened(ctx, slotId)).toMatchObject([{ bookingClosesAt: new Date("2026-09-15T22:00:00Z") }]);
});

test("opened inside a closure in force, it is closed too, until the closure is lifted", async ({ ctx }) => {
  const slotId = await aSlot(ctx);
  const [facility] = await ctx.db.select().from(facilities);
  const days = { startsOn: "2026-09-18", endsOn: "2026-09-18", createdAt: ctx.now };
  await ctx.db.insert(closures).values([
    { ...days, facilityId: facility?.id, reason: "Grève" },
    { ...days, startsOn: "2026-09-21", endsOn: "2026-09-21", reason: "Neige", reopenedAt: ctx.now },
  ]);

  await openSlots(ctx, { slotId, dates: ["2026-09-18", "2026-09-21"] });

  expect(await opened(ctx, slotId)).toMatchObject([
    { date: "2026-09-18", closedReason: "Grève", closureId: expect.any(String) },
    { date: "2026-09-21", closedReason: null },
  ]);
});

describe("refuses", () => {
  test("a day on which the structure is closed", async ({ ctx }) => {
    const slotId = await aSlot(ctx);
    await closeOn(ctx, "2026-09-18");
    await expect(openSlots(ctx, { slotId, dates: ["2026-09-17", "2026-09-18"] })).rejects.toMatchObject({
      details: { reason: "facility_closed", dates: ["2026-09-18"] },
    });
    expect(await opened(ctx, slotId)).toEqual([]);
  });

  test("a structure whose zone is unknown, until it has typed its own school year", async ({ ctx }) => {
    const slotId = await aSlot(ctx);
    await ctx.db.update(facilities).set({ schoolZone: "unknown" });
    await expect(openSlots(ctx, { slotId, dates: ["2026-09-18"] })).rejects.toMatchObject({
      details: { reason: "calendar_unknown" },
    });

    const ownSchoolYears = [{ firstDay: "2026-09-01", lastDay: "2027-07-02", holidays: [] }];
    await ctx.db.update(facilities).set({ ownSchoolYears });
    expect(await openSlots(ctx, { slotId, dates: ["2026-09-18"] })).toHaveLength(1);
  });

  test("a slot that is archived", async ({ ctx }) => {
    const slotId = await aSlot(ctx);
    await ctx.db.update(slots).set({ archivedAt: ctx.now });
    await expect(openSlots(ctx, { slotId, dates: ["2026-09-18"] })).rejects.toMatchObject({ code: "archived" });
  });

  test("a slot of an activity that is archived", async ({ ctx }) => {
    const slotId = await aSlot(ctx);
    await ctx.db.update(activities).set({ archivedAt: ctx.now });
    await expect(openSlots(ctx, { slotId, dates: ["2026-09-18"] })).rejects.toMatchObject({ code: "archived" });
  });

  test("dates whose school calendar is not published, and opens none of the others", async ({ ctx }) => {
    const slotId = await aSlot(ctx);

    await expect(openSlots(ctx, { slotId, dates: ["2028-06-30", "2028-09-04"] })).rejects.toMatchObject({
      code: "invalid_input",
      details: { reason: "calendar_unknown", dates: ["2028-09-04"] },
    });
    expect(await opened(ctx, slotId)).toEqual([]);
  });

  test("a slot that does not exist", async ({ ctx }) => {
    await expect(openSlots(ctx, { slotId: 0, dates: ["2026-09-18"] })).rejects.toMatchObject({ code: "not_found" });
  });

  const strangers: [Actor, string][] = [
    [{ kind: "visitor" }, "unauthenticated"],
    [{ kind: "guardian", accountId: "a", personId: "p", householdIds: ["h"] }, "forbidden"],
    [{ kind: "agent", accountId: "a", role: "revenue_officer" }, "forbidden"],
  ];
  test.for(strangers)("an actor without the right: %o", async ([actor, code], { ctx }) => {
    const slotId = await aSlot(ctx);

    await expect(openSlots({ ...ctx, actor }, { slotId, dates: ["2026-09-18"] })).rejects.toMatchObject({ code });
    expect(await opened(ctx, slotId)).toEqual([]);
  });
});

test("an agent of the right role may", async ({ ctx }) => {
  const slotId = await aSlot(ctx);
  const admin = { ...ctx, actor: { kind: "agent", accountId: crypto.randomUUID(), role: "admin" } } as const;
  expect(await openSlots(admin, { slotId, dates: ["2026-09-18"] })).toHaveLength(1);
});
