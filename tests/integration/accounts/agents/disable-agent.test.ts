import { expect } from "vitest";
import { disableAgent, enableAgent } from "@/lib/accounts/agents/disable-agent";
import { listAgents } from "@/lib/accounts/agents/queries";
import { authenticate } from "@/lib/auth/authenticate";
import { findSession } from "@/lib/auth/queries";
import { test } from "../../../support/database";
import { aSession, asVisitor, eventTypes, home, password } from "../../auth/people";
import { aMemberOfStaff } from "./staff";

test("closes an access at once, until it is opened again", async ({ ctx }) => {
  const [{ agent }, other] = [await aMemberOfStaff(ctx, "admin"), await aMemberOfStaff(ctx, "animator")];
  const token = await aSession(ctx, other.id);
  const signIn = () => authenticate(asVisitor(ctx), { email: other.email, password, origin: home });

  await disableAgent(agent, { accountId: other.id });
  expect(await findSession(ctx, token)).toBeUndefined();
  await expect(signIn()).rejects.toMatchObject({ code: "invalid_credentials" });
  expect((await listAgents(agent)).map(({ disabledAt }) => disabledAt)).toEqual([null, ctx.now]);

  await enableAgent(agent, { accountId: other.id });
  await expect(signIn()).resolves.toBeDefined();
  expect(await findSession(ctx, token)).toBeUndefined();
  expect(await eventTypes(ctx)).toEqual(
    expect.arrayContaining(["sessions.ended", "agent.disabled", "agent.enabled", "session.opened"]),
  );
});

test("twice is once, and it is an administrator's", async ({ ctx }) => {
  const [{ agent }, other] = [await aMemberOfStaff(ctx, "admin"), await aMemberOfStaff(ctx, "auditor")];
  await disableAgent(agent, { accountId: other.id });
  await disableAgent(agent, { accountId: other.id });
  expect((await eventTypes(ctx)).filter((type) => type === "agent.disabled")).toHaveLength(1);
  await expect(enableAgent(other.agent, { accountId: other.id })).rejects.toMatchObject({ code: "forbidden" });
});
