import { expect } from "vitest";
import { auditEvents } from "@/db/schema";
import { changeRole } from "@/lib/accounts/agents/change-role";
import { findSession } from "@/lib/auth/queries";
import { test } from "../../../support/database";
import { aSession } from "../../auth/people";
import { aMemberOfStaff } from "./staff";

test("acts at once, and says what it was", async ({ ctx }) => {
  const [{ agent }, other] = [await aMemberOfStaff(ctx, "admin"), await aMemberOfStaff(ctx, "animator")];
  const token = await aSession(ctx, other.id);

  await changeRole(agent, { accountId: other.id, role: "auditor" });
  await changeRole(agent, { accountId: other.id, role: "auditor" });

  expect(await findSession(ctx, token)).toMatchObject({ actor: { role: "auditor" } });
  expect(await ctx.db.select({ type: auditEvents.type, data: auditEvents.data }).from(auditEvents)).toEqual([
    { type: "agent.role-changed", data: { before: "animator", after: "auditor" } },
  ]);
});

test("is an administrator's", async ({ ctx }) => {
  const [officer, other] = [await aMemberOfStaff(ctx, "family_officer"), await aMemberOfStaff(ctx, "animator")];
  await expect(changeRole(officer.agent, { accountId: other.id, role: "admin" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
