import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, reservationChanges, reservations } from "@/db/schema";
import type { AgentRole } from "@/lib/core/actor";
import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { bookAnyway } from "@/lib/reservations/assisted/book-anyway";
import { reasonedCellsInput } from "@/lib/reservations/input";
import { getDay } from "@/lib/reservations/queries/day";
import { getMonth } from "@/lib/reservations/queries/month";
import { requestSlots } from "@/lib/reservations/request-slots";
import { aSiteManager } from "../../../support/absences";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { type ActivityValues, aFamilyAndAnEvening } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

async function anAgentTooLate(ctx: Context, activity: ActivityValues = {}, capacity = 10) {
  const family = await aFamilyAndAnEvening(ctx, { activity, occurrence: { capacity } });
  const now = new Date("2026-09-16T08:00:00Z");
  const agent = { ...(await aSiteManager(ctx, family.household)), now };
  const input = { householdId: family.household.id, cells: [family.cell], note: "Hospitalisation d’un parent" };
  return { ...family, agent, input, now };
}

test("books past the deadline for a reason; both guardians read who and why, and are told once a day", async ({
  ctx,
}) => {
  const { agent, input, household, cell, guardian, now } = await anAgentTooLate(ctx, {
    billingMode: "billed",
    approval: "manual",
  });
  const before = await getDay(agent, { householdId: household.id, date: cell.date });
  expect(before.lines[0]?.children[0]).toMatchObject({ code: "?", act: { kind: "book-anyway" } });
  expect(await getMonth(agent, household.id, "2026-09")).toMatchObject({
    byAgent: true,
    path: `/admin/familles/${household.id}/reservations`,
  });

  expect((await bookAnyway(agent, input)).cells).toEqual([{ ...cell, code: "R" }]);

  expect(await ctx.db.select().from(reservations)).toMatchObject([
    { status: "booked", isLate: false, priceCents: 300 },
  ]);
  expect(await ctx.db.select().from(reservationChanges)).toMatchObject([
    { reason: "booked_anyway", note: input.note, actorKind: "agent", accountId: agent.actor.accountId },
  ]);
  const seen = await getDay({ ...guardian, now }, { householdId: household.id, date: cell.date });
  expect(seen.lines[0]?.children[0]?.history?.[0]).toMatch(
    /^Réservé après le délai par l’accueil, Cédric R\. le .* : « Hosp/,
  );
  const [event] = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "reservation.booked-anyway"));
  expect(event).toMatchObject({ actorKind: "agent", data: { note: input.note } });
  // Two guardians have an account in this scene.
  expect(await ctx.db.select({ template: emails.template }).from(emails)).toEqual(
    Array(2).fill({ template: "assisted-change" }),
  );
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("what is paid in advance waits two days for its payment: the family is not before its screen", async ({ ctx }) => {
  const { agent, input, cell, now } = await anAgentTooLate(ctx);
  const { cells, cart } = await bookAnyway(agent, input);
  expect(cells).toEqual([{ ...cell, code: "P" }]);
  expect(cart).toEqual({ count: 1, totalCents: 300, holdExpiresAt: addMinutes(now, 48 * 60).getTime() });
});

test("in time, an agent asks as the family would, and decides at once what agents decide", async ({ ctx }) => {
  const { agent, input, cell } = await anAgentTooLate(ctx, { billingMode: "billed", approval: "manual" });
  const inTime = { ...agent, now: ctx.now };
  expect((await requestSlots(inTime, input)).cells).toEqual([{ ...cell, code: "R" }]);
});

test("never past the capacity, nor once the service has begun", async ({ ctx }) => {
  const { agent, input } = await anAgentTooLate(ctx, {}, 0);
  expect(await codeOf(bookAnyway(agent, input))).toBe("slot_full");
  const begun = { ...agent, now: new Date("2026-09-18T14:30:00Z") };
  expect(await codeOf(bookAnyway(begun, input))).toBe("service_begun");
});

test("is the right of some agents only, and of no family; it wants a reason", async ({ ctx }) => {
  const { agent, guardian, input, now } = await anAgentTooLate(ctx);
  const as = (role: AgentRole) => codeOf(bookAnyway({ ...agent, actor: { ...agent.actor, role } }, input));
  for (const role of ["animator", "billing_officer", "revenue_officer", "auditor"] as const) {
    expect([role, await as(role)]).toEqual([role, "forbidden"]);
  }
  expect(await codeOf(bookAnyway({ ...guardian, now }, input))).toBe("not_found");
  expect(reasonedCellsInput.safeParse({ ...input, note: " " }).error?.issues[0]?.message).toMatch(/Dites pourquoi/);
  expect(await as("family_officer")).toBe("done");
});
