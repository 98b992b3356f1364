import { expect } from "vitest";
import { emails, enrollments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { askCompletion } from "@/lib/enrollments/ask-completion";
import { decideEnrollment } from "@/lib/enrollments/decide-enrollment";
import { listWaitingEnrollments } from "@/lib/enrollments/queries/waiting";
import { submitEnrollment } from "@/lib/enrollments/submit-enrollment";
import { test } from "../../support/database";
import { anAgent, aWish } from "./wish";

async function aRequest(ctx: Context) {
  const world = await aWish(ctx);
  await submitEnrollment(world.guardian, world.wish);
  const [waiting] = await listWaitingEnrollments(anAgent(ctx));
  return { ...world, id: waiting?.id ?? "" };
}

test("an agent accepts, or refuses for a reason, and the family is told", async ({ ctx }) => {
  const { id, guardian, wish } = await aRequest(ctx);
  await decideEnrollment(anAgent(ctx), { id, decision: "refuse", reason: "Plus de place." });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ status: "refused", reason: "Plus de place." }]);
  expect(await listWaitingEnrollments(anAgent(ctx))).toEqual([]);

  await submitEnrollment(guardian, wish);
  await decideEnrollment(anAgent(ctx, "site_manager"), { id, decision: "accept" });
  expect(await ctx.db.select().from(enrollments)).toMatchObject([{ status: "approved", reason: null }]);
  const told = (await ctx.db.select().from(emails)).map(({ payload }) => payload.outcome);
  expect(told.sort()).toEqual(["approved", "received", "refused"]);
});

test("is decided once, by those who may", async ({ ctx }) => {
  const { id } = await aRequest(ctx);
  const accept = { id, decision: "accept" } as const;
  await expect(decideEnrollment(anAgent(ctx, "auditor"), accept)).rejects.toMatchObject({ code: "forbidden" });
  await decideEnrollment(anAgent(ctx), accept);
  await expect(decideEnrollment(anAgent(ctx), accept)).rejects.toMatchObject({ code: "already_decided" });
  const completion = { enrollmentId: id, reason: "Il manque une page." };
  await expect(askCompletion(anAgent(ctx), completion)).rejects.toMatchObject({ code: "already_decided" });
});

test("of two agents at the same moment, one decides", async ({ committed: ctx }) => {
  const { id } = await aRequest(ctx);
  const outcomes = await Promise.allSettled([
    decideEnrollment(anAgent(ctx), { id, decision: "accept" }),
    decideEnrollment(anAgent(ctx), { id, decision: "refuse", reason: "Non." }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "already_decided" } });
});
