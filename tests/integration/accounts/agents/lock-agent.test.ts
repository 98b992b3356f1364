import { expect } from "vitest";
import { disableAgent } from "@/lib/accounts/agents/disable-agent";
import { lockAgent } from "@/lib/accounts/agents/lock-agent";
import { listAgents } from "@/lib/accounts/agents/queries";
import { test } from "../../../support/database";
import { aGuardianAccount } from "../../auth/people";
import { aMemberOfStaff } from "./staff";

test("nobody changes their own rights, nor a parent's account, nor a missing one", async ({ ctx }) => {
  const { agent, id } = await aMemberOfStaff(ctx, "admin");
  const parent = await aGuardianAccount(ctx);
  await expect(lockAgent(agent, id)).rejects.toMatchObject({ code: "own_rights" });
  for (const other of [parent.id, "11111111-1111-4111-8111-111111111111"]) {
    await expect(lockAgent(agent, other)).rejects.toMatchObject({ code: "not_found" });
  }
});

test("two administrators who remove each other at the same moment leave one", async ({ committed: ctx }) => {
  const [one, two] = [await aMemberOfStaff(ctx, "admin"), await aMemberOfStaff(ctx, "admin")];

  const tries = await Promise.allSettled([
    disableAgent(one.agent, { accountId: two.id }),
    disableAgent(two.agent, { accountId: one.id }),
  ]);

  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await listAgents(ctx)).filter(({ disabledAt }) => !disabledAt)).toHaveLength(1);
});
