import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, reservations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { cancelAnyway } from "@/lib/reservations/assisted/cancel-anyway";
import { cancelReservations } from "@/lib/reservations/cancellations/cancel-reservations";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { withdrawCancellations } from "@/lib/reservations/cancellations/withdraw-cancellations";
import { getDay } from "@/lib/reservations/queries/day";
import { aSiteManager } from "../../../support/absences";
import { aPaidCart, balanceOf } from "../../../support/carts";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";

async function aPaidEveningTooLate(ctx: Context) {
  const family = await aPaidCart(ctx);
  const now = new Date("2026-09-16T08:00:00Z");
  const agent = { ...(await aSiteManager(ctx, family.household)), now };
  const input = { householdId: family.household.id, cells: family.cells, note: "Deuil" };
  return { ...family, guardian: { ...family.guardian, now }, agent, input };
}

test("cancels past the deadline for a reason: the money back, who and why in the calendar, the family told", async ({
  ctx,
}) => {
  const { agent, guardian, input, account, cell, household } = await aPaidEveningTooLate(ctx);
  const day = { householdId: household.id, date: cell.date };
  expect((await getDay(agent, day)).lines[0]?.children[0]?.act).toMatchObject({
    kind: "cancel-anyway",
    text: expect.stringContaining("3,00\u00a0€ reviendront sur le compte de la famille"),
  });
  expect((await getDay(guardian, day)).lines[0]?.children[0]?.act).toMatchObject({ kind: "ask" });

  expect(await cancelAnyway(agent, input)).toMatchObject({ creditedCents: 300 });

  expect(await balanceOf(ctx, account)).toBe(300);
  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "cancelled", paidCents: 0 }]);
  const history = (await getDay(guardian, day)).lines[0]?.children[0]?.history ?? [];
  expect(history.at(-1)).toMatch(/^Annulé après le délai par l’accueil, Cédric R\. .* : « Deuil »$/);
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "reservation.cancelled-anyway"));
  expect(events).toMatchObject([{ data: { note: "Deuil" } }]);
  expect(await ctx.db.select().from(emails).where(eq(emails.template, "assisted-change"))).not.toEqual([]);
  expect(await codeOf(cancelAnyway(agent, input))).toBe("cannot_cancel");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("for the family, an agent also cancels in time, asks, and takes a request back", async ({ ctx }) => {
  const { agent, input } = await aPaidEveningTooLate(ctx);
  expect(await codeOf(requestCancellations(agent, input))).toBe("done");
  expect(await codeOf(withdrawCancellations(agent, input))).toBe("done");
  expect(await codeOf(requestCancellations(agent, input))).toBe("done");
  expect(await codeOf(cancelAnyway(agent, input))).toBe("done");
});

test("refuses what has begun, a family, and who has no such right", async ({ ctx }) => {
  const { agent, guardian, input } = await aPaidEveningTooLate(ctx);
  const begun = { ...agent, now: new Date("2026-09-18T14:30:00Z") };
  expect(await codeOf(cancelAnyway(begun, input))).toBe("service_begun");
  expect(await codeOf(cancelAnyway(guardian, input))).toBe("not_found");
  const cashier = { ...agent, actor: { ...agent.actor, role: "revenue_officer" as const } };
  expect(await codeOf(cancelAnyway(cashier, input))).toBe("forbidden");
  expect(await codeOf(cancelReservations(cashier, input))).toBe("forbidden");
});

test("two agents at the same moment: cancelled once, credited once", async ({ committed: ctx }) => {
  const { agent, input, account } = await aPaidEveningTooLate(ctx);
  const outcomes = await Promise.all([codeOf(cancelAnyway(agent, input)), codeOf(cancelAnyway(agent, input))]);
  expect(outcomes.toSorted()).toEqual(["cannot_cancel", "done"]);
  expect(await balanceOf(ctx, account)).toBe(300);
  expect(await checkInvariants(ctx)).toEqual([]);
});
