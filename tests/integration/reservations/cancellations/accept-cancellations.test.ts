import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails, reservations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { listDemands } from "@/lib/reservations/approvals/queries";
import { acceptCancellations } from "@/lib/reservations/cancellations/accept-cancellations";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { withdrawCancellations } from "@/lib/reservations/cancellations/withdraw-cancellations";
import { aSiteManager } from "../../../support/absences";
import { aPaidCart, balanceOf } from "../../../support/carts";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";

async function aDemand(ctx: Context) {
  const family = await aPaidCart(ctx);
  const guardian = { ...family.guardian, now: new Date("2026-09-14T08:00:00Z") };
  const input = { householdId: family.household.id, cells: family.cells };
  await requestCancellations(guardian, { ...input, note: "Un deuil" });
  const [row] = await ctx.db.select({ id: reservations.id }).from(reservations);
  return { ...family, guardian, input, ids: [row?.id ?? 0], agent: await aSiteManager(ctx, family.household) };
}

test("cancelled, the money back on the account, the family told", async ({ ctx }) => {
  const { agent, ids, account } = await aDemand(ctx);
  expect(await listDemands(agent)).toMatchObject([{ kind: "cancellations", note: "Un deuil" }]);

  await acceptCancellations(agent, ids);

  expect(await balanceOf(ctx, account)).toBe(300);
  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "cancelled", paidCents: 0 }]);
  const mails = await ctx.db.select().from(emails).where(eq(emails.template, "cancellation-decided"));
  expect(mails[0]?.payload).toMatchObject({ isAccepted: true });
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "cancellation.accepted"))).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses what the family took back, the second agent, and a guardian", async ({ ctx }) => {
  const { guardian, input, agent, ids } = await aDemand(ctx);
  await expect(acceptCancellations(guardian, ids)).rejects.toMatchObject({ code: "forbidden" });
  await withdrawCancellations(guardian, input);
  await expect(acceptCancellations(agent, ids)).rejects.toMatchObject({ code: "already_decided" });
});

test("the parent takes it back while the agent accepts: one of them, and the money follows", async ({
  committed: ctx,
}) => {
  const { guardian, input, agent, ids, account } = await aDemand(ctx);
  const [accepted, withdrawn] = await Promise.allSettled([
    acceptCancellations(agent, ids),
    withdrawCancellations(guardian, input),
  ]);
  expect([accepted.status, withdrawn.status].toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await balanceOf(ctx, account)).toBe(accepted.status === "fulfilled" ? 300 : 0);
  expect(await checkInvariants(ctx)).toEqual([]);
});
