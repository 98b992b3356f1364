import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts } from "@/db/schema";
import { assignThread } from "@/lib/contact/assign-thread";
import { getStaffThread, listAnswerers, listInbox } from "@/lib/contact/queries/inbox";
import { test } from "../../support/database";
import { anAgent, open, people } from "./exchanges";

test("an agent takes it, gives it to a colleague, gives it back to all", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const threadId = await open(guardian, household.id);
  const colleague = await anAgent(ctx, "site_manager");
  await assignThread(agent, { threadId, accountId: colleague.actor.accountId });
  const mine = { q: "", etat: "to_handle", pour: "moi", page: 1 } as const;
  expect(await listInbox(colleague, mine)).toMatchObject({ total: 1, threads: [{ assignee: "Nadia Petit" }] });
  expect(await listInbox(agent, mine)).toMatchObject({ total: 0 });
  await assignThread(agent, { threadId, accountId: "" });
  expect(await getStaffThread(agent, threadId)).toMatchObject({ assignedTo: null });
});

test("only to an agent at work whose role answers families", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const threadId = await open(guardian, household.id);
  const [animator, gone] = [await anAgent(ctx, "animator"), await anAgent(ctx)];
  await ctx.db.update(accounts).set({ disabledAt: ctx.now }).where(eq(accounts.id, gone.actor.accountId));
  for (const { actor } of [animator, gone, guardian]) {
    const assigned = assignThread(agent, { threadId, accountId: actor.accountId });
    await expect(assigned).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await listAnswerers(agent)).toMatchObject([{ id: agent.actor.accountId }]);
  const byFamily = assignThread(guardian, { threadId, accountId: agent.actor.accountId });
  await expect(byFamily).rejects.toMatchObject({ code: "forbidden" });
});
