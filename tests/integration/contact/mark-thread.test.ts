import { expect } from "vitest";
import { contactReads } from "@/db/schema";
import { markThread } from "@/lib/contact/mark-thread";
import { countUnreadThreads } from "@/lib/contact/queries/family";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import { later, open, people, reply } from "./exchanges";

test("each person reads for themselves", async ({ ctx }) => {
  const { household, guardian, second, stranger, agent } = await people(ctx);
  const threadId = await open(guardian, household.id);
  await reply(later(agent, 1), threadId);
  expect(await countUnreadThreads(guardian, household.id)).toBe(1);
  await markThread(later(guardian, 2), { threadId });
  expect(await countUnreadThreads(guardian, household.id)).toBe(0);
  expect(await countUnreadThreads(second, household.id)).toBe(1);
  await reply(later(agent, 3), threadId);
  expect(await countUnreadThreads(guardian, household.id)).toBe(1);
  await expect(markThread(stranger, { threadId })).rejects.toMatchObject({ code: "not_found" });
});

test("an agent who looks through the family's eyes leaves no mark", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const threadId = await open(guardian, household.id);
  const { accountId, role } = agent.actor;
  const observer: Context = { ...ctx, actor: { kind: "observer", accountId, role, householdId: household.id } };
  await markThread(observer, { threadId });
  expect(await ctx.db.$count(contactReads)).toBe(0);
});
