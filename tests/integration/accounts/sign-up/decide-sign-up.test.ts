import { expect } from "vitest";
import { decideSignUp } from "@/lib/accounts/sign-up/decide-sign-up";
import { test } from "../../../support/database";
import { asVisitor, eventTypes } from "../../auth/people";
import { anOfficer, aSentSignUp, rowOf } from "./requests";

test("writes who decided what, when and why", async ({ ctx }) => {
  const [request, agent] = [await aSentSignUp(ctx), await anOfficer(ctx)];

  await decideSignUp(agent, { id: request.id, status: "refused", reason: "Doublon" });

  const { accountId } = agent.actor;
  expect(await rowOf(ctx, request.token)).toMatchObject({
    reason: "Doublon",
    decidedBy: accountId,
    decidedAt: ctx.now,
  });
  expect(await eventTypes(ctx)).toContain("sign-up.refused");
});

test("is for agents who review accounts", async ({ ctx }) => {
  const { id } = await aSentSignUp(ctx);
  await expect(decideSignUp(asVisitor(ctx), { id, status: "approved" })).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
