import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, reservationChanges, reservations } from "@/db/schema";
import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { approveRequests } from "@/lib/reservations/approvals/approve-requests";
import { listDemands } from "@/lib/reservations/approvals/queries";
import { requestLateSlots } from "@/lib/reservations/late/request-late-slots";
import { getDay } from "@/lib/reservations/queries/day";
import { getMonth } from "@/lib/reservations/queries/month";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aSiteManager } from "../../../support/absences";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { type ActivityValues, aFamilyAndAnEvening, anotherFamily } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

const tolerant: ActivityValues = { lateRequests: true, lateSurchargeCents: 100 };

/** An evening seen two days before it, when its deadline has passed. */
async function aLateFamily(ctx: Context, activity: ActivityValues = tolerant, capacity = 10) {
  const family = await aFamilyAndAnEvening(ctx, { activity, occurrence: { capacity } });
  const now = new Date("2026-09-16T08:00:00Z");
  return {
    ...family,
    guardian: { ...family.guardian, now },
    input: { householdId: family.household.id, cells: [family.cell] },
  };
}

test("asks an agent, whatever the activity: the surcharge is told before, kept with its trace, marked in the queue", async ({
  ctx,
}) => {
  const { guardian, household, input, cell } = await aLateFamily(ctx);
  const month = await getMonth(guardian, household.id, "2026-09");
  expect(month.cells[0]?.[0]).toContain("?");
  const day = await getDay(guardian, { householdId: household.id, date: cell.date });
  const told = day.lines[0]?.children[0]?.act;
  expect(told).toMatchObject({ kind: "late", text: expect.stringContaining("1,00\u00a0€ de plus, soit 4,00\u00a0€") });

  const change = await requestLateSlots(guardian, { ...input, note: "Réunion imprévue" });

  expect(change.cells).toEqual([{ ...cell, code: "V" }]);
  expect(await ctx.db.select().from(reservations)).toMatchObject([
    {
      status: "requested",
      awaiting: "approval",
      isLate: true,
      priceCents: 400,
      pricing: { surchargeCents: 100, isLate: true },
    },
  ]);
  expect(await ctx.db.select().from(reservationChanges)).toMatchObject([
    { status: "requested", reason: "too_late", note: "Réunion imprévue" },
  ]);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "reservation.requested-late"));
  expect(events).toHaveLength(1);

  const agent = { ...(await aSiteManager(ctx, household)), now: guardian.now };
  const [demand] = await listDemands(agent);
  expect(demand).toMatchObject({ isLate: true, note: "Réunion imprévue", places: [{ cents: 400 }] });
  await approveRequests(agent, [demand?.id ?? 0]);
  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "requested", awaiting: "payment" }]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("can be taken back while it waits, and costs nothing more where there is no surcharge", async ({ ctx }) => {
  const { guardian, input } = await aLateFamily(ctx, { lateRequests: true, billingMode: "billed" });
  await requestLateSlots(guardian, input);
  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "requested", priceCents: 300 }]);
  expect((await withdrawRequests(guardian, input)).cells).toMatchObject([{ code: "?" }]);
});

test("refuses in time, where the activity takes none, once begun, twice, and another family", async ({ ctx }) => {
  const { guardian, input, activity, cell } = await aLateFamily(ctx);
  const at = (now: Date) => codeOf(requestLateSlots({ ...guardian, now }, input));
  expect(await at(ctx.now)).toBe("books_in_time");
  expect(await at(new Date("2026-09-18T14:30:00Z"))).toBe("service_begun");
  expect(await at(addMinutes(new Date("2026-09-18T14:30:00Z"), -1))).toBe("done");
  expect(await at(guardian.now)).toBe("already_booked");

  const other = await anotherFamily(ctx, activity);
  const theirs = { householdId: other.household.id, cells: [cell] };
  expect(await codeOf(requestLateSlots(guardian, theirs))).toBe("not_found");
  expect(await codeOf(requestLateSlots({ ...other.guardian, now: guardian.now }, theirs))).toBe("not_found");
});

test("is closed where the activity takes no late request", async ({ ctx }) => {
  const { guardian, input, household } = await aLateFamily(ctx, {});
  expect(await codeOf(requestLateSlots(guardian, input))).toBe("booking_closed");
  expect((await getMonth(guardian, household.id, "2026-09")).cells[0]?.[0]).toContain("x");
});

test("the last place goes to one of two families who ask too late at the same moment", async ({ committed: ctx }) => {
  const { guardian, input, activity, cell } = await aLateFamily(ctx, tolerant, 1);
  const other = await anotherFamily(ctx, activity);
  const outcomes = await Promise.all([
    codeOf(requestLateSlots(guardian, input)),
    codeOf(
      requestLateSlots(
        { ...other.guardian, now: guardian.now },
        { householdId: other.household.id, cells: [{ ...cell, childId: other.child.id }] },
      ),
    ),
  ]);
  expect(outcomes.toSorted()).toEqual(["done", "slot_full"]);
  expect(await checkInvariants(ctx)).toEqual([]);
});
