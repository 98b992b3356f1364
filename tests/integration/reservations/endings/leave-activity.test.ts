import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, enrollments, reservations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { leaveActivity } from "@/lib/reservations/endings/leave-activity";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aSiteManager } from "../../../support/absences";
import { aPaidCart, balanceOf } from "../../../support/carts";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { anOccurrence } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

async function aChildWhoLeaves(ctx: Context) {
  const family = await aPaidCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });
  const [{ id: enrollmentId = "" } = {}] = await ctx.db.select().from(enrollments);
  const agent = await aSiteManager(ctx, family.household);
  return { ...family, agent, ending: { enrollmentId, endsOn: "2026-09-18", seen: "" } };
}

const seenIn = (act: Promise<unknown>) =>
  act.then(
    () => "",
    (error: unknown) => (error instanceof DomainError ? String(error.details.seen) : ""),
  );

test("tells what it would cancel, then does it in one act: days, money, and the family told", async ({ ctx }) => {
  const { agent, ending, account } = await aChildWhoLeaves(ctx);
  await expect(leaveActivity(agent, ending)).rejects.toMatchObject({
    code: "reservations_to_come",
    details: {
      seen: "1:300",
      message: "1 réservation sera annulée, et 3,00\u00a0€ reviendront sur le compte de la famille.",
    },
  });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ endsOn: "2027-08-31" }]);

  expect(await leaveActivity(agent, { ...ending, seen: "1:300" })).toEqual({ places: 1, days: 1, backCents: 300 });

  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ endsOn: "2026-09-18" }]);
  const rows = await ctx.db.select({ status: reservations.status }).from(reservations).orderBy(reservations.id);
  expect(rows).toEqual([{ status: "booked" }, { status: "cancelled" }]);
  expect(await balanceOf(ctx, account)).toBe(300);
  const mails = await ctx.db.select().from(emails).where(eq(emails.template, "enrollment-ended"));
  expect(mails[0]?.payload).toMatchObject({ hasCancelled: true, lastDay: "vendredi 18 septembre 2026" });
  const types = (await ctx.db.select({ type: auditEvents.type }).from(auditEvents)).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(["enrollment.ended", "enrollment.places-cancelled"]));
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("what has changed since it was read is told again; nothing is half done", async ({ ctx }) => {
  const { agent, guardian, ending, household, slot, cell } = await aChildWhoLeaves(ctx);
  const seen = await seenIn(leaveActivity(agent, ending));
  await anOccurrence(ctx, slot, { date: "2026-09-22" });
  await requestSlots(guardian, { householdId: household.id, cells: [{ ...cell, date: "2026-09-22" }] });
  expect(await seenIn(leaveActivity(agent, { ...ending, seen }))).toBe("2:300");
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ endsOn: "2027-08-31" }]);
});

test("nothing booked later: ended at once; then refused, as by who has no such right", async ({ ctx }) => {
  const { agent, guardian, ending } = await aChildWhoLeaves(ctx);
  expect(await leaveActivity(agent, { ...ending, endsOn: "2026-09-21" })).toMatchObject({ places: 0 });
  expect(await codeOf(leaveActivity(agent, { ...ending, endsOn: "2026-09-22" }))).toBe("invalid_input");
  expect(await codeOf(leaveActivity(guardian, ending))).toBe("forbidden");
  const cashier = { ...agent, actor: { ...agent.actor, role: "revenue_officer" as const } };
  expect(await codeOf(leaveActivity(cashier, ending))).toBe("forbidden");
  const missing = { ...ending, enrollmentId: "11111111-1111-4111-8111-111111111111" };
  expect(await codeOf(leaveActivity(agent, missing))).toBe("not_found");
});

test("a family that books while its enrolment ends leaves no day behind", async ({ committed: ctx }) => {
  const { agent, guardian, ending, household, slot, cell } = await aChildWhoLeaves(ctx);
  await anOccurrence(ctx, slot, { date: "2026-09-22" });
  const seen = await seenIn(leaveActivity(agent, ending));
  const [left, booked] = await Promise.all([
    codeOf(leaveActivity(agent, { ...ending, seen })),
    codeOf(requestSlots(guardian, { householdId: household.id, cells: [{ ...cell, date: "2026-09-22" }] })),
  ]);
  // Either the booking came first and is told, or the enrolment was over.
  expect([`${left} ${booked}`]).toEqual([expect.stringMatching(/^(done not_enrolled|reservations_to_come done)$/)]);
  expect(await checkInvariants(ctx)).toEqual([]);
});
