import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, reservationChanges, reservations } from "@/db/schema";
import { addMinutes } from "@/lib/core/calendar";
import { approveRequests } from "@/lib/reservations/approvals/approve-requests";
import { listDemands } from "@/lib/reservations/approvals/queries";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aSiteManager } from "../../../support/absences";
import { aCart } from "../../../support/carts";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";

const dates = ["2026-09-18", "2026-09-21"];
const manual = { approval: "manual" } as const;

test("what is prepaid waits for its payment for two days, and the family is told", async ({ ctx }) => {
  const { household } = await aCart(ctx, { activity: manual, dates });
  const agent = await aSiteManager(ctx, household);
  const [demand] = await listDemands(agent);
  expect(demand).toMatchObject({ kind: "requests", child: "Nahel Rousseau", askedBy: "Cédric Rousseau" });
  expect(demand?.places.map(({ date }) => date)).toEqual(dates);
  const ids = demand?.places.map(({ id }) => id) ?? [];

  await approveRequests(agent, ids);

  const held = { status: "requested", awaiting: "payment", holdExpiresAt: addMinutes(ctx.now, 48 * 60) };
  expect(await ctx.db.select().from(reservations)).toMatchObject([held, held]);
  const changes = await ctx.db.select().from(reservationChanges).orderBy(asc(reservationChanges.id));
  expect(changes.at(-1)).toMatchObject({ reason: "approved", actorKind: "agent", accountId: agent.actor.accountId });
  const mails = await ctx.db.select().from(emails).where(eq(emails.template, "requests-decided"));
  expect(mails[0]?.payload).toMatchObject({ isAccepted: true, toPay: true });
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "requests.approved"))).toHaveLength(1);
  expect(await listDemands(agent)).toEqual([]);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("what is invoiced is booked; only what was ticked", async ({ ctx }) => {
  const { household } = await aCart(ctx, { activity: { ...manual, billingMode: "billed" }, dates });
  const agent = await aSiteManager(ctx, household);
  const [first] = await ctx.db.select().from(reservations).orderBy(asc(reservations.id));
  await approveRequests(agent, [first?.id ?? 0]);
  const states = await ctx.db.select({ status: reservations.status }).from(reservations).orderBy(asc(reservations.id));
  expect(states).toEqual([{ status: "booked" }, { status: "requested" }]);
});

test("refuses what no longer waits, requests of two families, and who may not decide", async ({ ctx }) => {
  const { household, guardian, cells } = await aCart(ctx, { activity: manual });
  const other = await aCart(ctx, { activity: manual });
  const agent = await aSiteManager(ctx, household);
  const ids = (await ctx.db.select({ id: reservations.id }).from(reservations)).map(({ id }) => id);
  await expect(approveRequests(agent, ids)).rejects.toMatchObject({ code: "not_found" });
  await expect(approveRequests(guardian, ids)).rejects.toMatchObject({ code: "forbidden" });
  await withdrawRequests(guardian, { householdId: household.id, cells });
  await expect(approveRequests(agent, ids.slice(0, 1))).rejects.toMatchObject({ code: "already_decided" });
  expect(other.household.id).not.toBe(household.id);
});
