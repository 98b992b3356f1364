import { expect } from "vitest";
import { emails } from "@/db/schema";
import { resetSecondFactor } from "@/lib/accounts/agents/reset-second-factor";
import { getSecondFactor } from "@/lib/accounts/second-factor/queries";
import { findSession } from "@/lib/auth/queries";
import { hashToken } from "@/lib/auth/token";
import { test } from "../../../support/database";
import { anEnrolledAgent } from "../second-factor/agent";
import { aMemberOfStaff } from "./staff";

test("an administrator takes away what was lost: the sessions end, and the agent is told", async ({ ctx }) => {
  const { account, agent, token } = await anEnrolledAgent(ctx, hashToken);
  const { agent: admin } = await aMemberOfStaff(ctx, "admin");
  const open = await token();

  await resetSecondFactor(admin, { accountId: account.id });

  expect(await getSecondFactor(agent)).toEqual({ since: null, codesLeft: 0 });
  expect(await findSession(ctx, open)).toBeUndefined();
  const sent = (await ctx.db.select({ template: emails.template }).from(emails)).map(({ template }) => template);
  expect(sent).toContain("second-factor-reset");
});

test("nobody takes away their own", async ({ ctx }) => {
  const { account, agent } = await anEnrolledAgent(ctx, hashToken);
  await expect(resetSecondFactor(agent, { accountId: account.id })).rejects.toMatchObject({ code: "own_rights" });
});
