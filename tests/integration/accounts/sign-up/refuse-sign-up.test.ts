import { expect } from "vitest";
import { emails, households } from "@/db/schema";
import { approveSignUp } from "@/lib/accounts/sign-up/approve-sign-up";
import { refuseSignUp } from "@/lib/accounts/sign-up/refuse-sign-up";
import { test } from "../../../support/database";
import { anOfficer, aSentSignUp, rowOf } from "./requests";

const reason = "Votre commune relève d’une autre structure.";

test("refuses with the reason that the family reads", async ({ ctx }) => {
  const [request, agent] = [await aSentSignUp(ctx), await anOfficer(ctx)];

  await refuseSignUp(agent, { id: request.id, reason });

  expect(await rowOf(ctx, request.token)).toMatchObject({ status: "refused", reason });
  const messages = await ctx.db.select({ template: emails.template, payload: emails.payload }).from(emails);
  expect(messages).toContainEqual({ template: "sign-up-refused", payload: { reason } });
});

test("of an approval and a refusal at once, one holds", async ({ committed: ctx }) => {
  const [request, agent] = [await aSentSignUp(ctx), await anOfficer(ctx)];

  const outcomes = await Promise.allSettled([
    approveSignUp(agent, request),
    refuseSignUp(agent, { id: request.id, reason }),
  ]);

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const isApproved = outcomes[0]?.status === "fulfilled";
  expect(await ctx.db.select().from(households)).toHaveLength(isApproved ? 1 : 0);
  expect((await rowOf(ctx, request.token)).status).toBe(isApproved ? "approved" : "refused");
});
