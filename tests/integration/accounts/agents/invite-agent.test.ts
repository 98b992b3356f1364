import { expect } from "vitest";
import { emails } from "@/db/schema";
import { inviteAgent } from "@/lib/accounts/agents/invite-agent";
import { findAgentInvitation, listAgentInvitations } from "@/lib/accounts/agents/queries";
import type { Context } from "@/lib/core/context";
import { test } from "../../../support/database";
import { later } from "../../../support/factories";
import { eventTypes } from "../../auth/people";
import { aMemberOfStaff } from "./staff";

const tokens = async ({ db }: Context) =>
  (await db.select().from(emails).orderBy(emails.createdAt)).map(({ payload }) =>
    String(payload.url).split("/").at(-1),
  );

test("sends a link of seven days, and only the last one serves", async ({ ctx }) => {
  const { agent } = await aMemberOfStaff(ctx, "admin");
  await inviteAgent(agent, { email: "nouveau@exemple.fr", role: "animator" });
  await inviteAgent(later(agent, 1), { email: "nouveau@exemple.fr", role: "auditor" });

  const [first = "", second = ""] = await tokens(ctx);

  expect(await findAgentInvitation(ctx, first)).toBeUndefined();
  expect(await findAgentInvitation(ctx, second)).toEqual({ email: "nouveau@exemple.fr", role: "auditor" });
  expect(await findAgentInvitation(later(ctx, 8 * 24 * 60), second)).toBeUndefined();
  expect(await findAgentInvitation(ctx, "faux")).toBeUndefined();
  expect(await listAgentInvitations(later(agent, 2))).toMatchObject([{ role: "auditor" }]);
  expect(await eventTypes(ctx)).toEqual(["agent.invited", "agent.invited"]);
});

test("refuses an address that has an account, and anyone but an administrator", async ({ ctx }) => {
  const { agent, email } = await aMemberOfStaff(ctx, "admin");
  const { agent: officer } = await aMemberOfStaff(ctx, "family_officer");
  await expect(inviteAgent(agent, { email, role: "admin" })).rejects.toMatchObject({ code: "address_taken" });
  await expect(inviteAgent(officer, { email: "n@exemple.fr", role: "admin" })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await tokens(ctx)).toEqual([]);
});
