import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, emails } from "@/db/schema";
import { assignThread } from "@/lib/contact/assign-thread";
import { markThread } from "@/lib/contact/mark-thread";
import type { Context } from "@/lib/core/context";
import { test } from "../../support/database";
import { later, open, people, reply } from "./exchanges";

const mailsTo = async ({ db }: Context, template: string) =>
  (await db.select().from(emails).where(eq(emails.template, template)).orderBy(asc(emails.createdAt))).map(
    ({ recipient }) => recipient,
  );
const emailOf = async (ctx: Context, { accountId }: { accountId: string }) =>
  (await ctx.db.select().from(accounts).where(eq(accounts.id, accountId)))[0]?.email;

test("each guardian is told once until they have read, and says nothing of what is written", async ({ ctx }) => {
  const { household, guardian, second, agent } = await people(ctx);
  const threadId = await open(agent, household.id, { body: "Votre enfant est malade" });
  await reply(later(agent, 1), threadId);
  const both = [await emailOf(ctx, guardian.actor), await emailOf(ctx, second.actor)].sort();
  expect((await mailsTo(ctx, "message-received")).sort()).toEqual(both);
  await markThread(later(guardian, 2), { threadId });
  await reply(later(agent, 3), threadId);
  expect(await mailsTo(ctx, "message-received")).toHaveLength(3);
  expect(JSON.stringify(await ctx.db.select().from(emails))).not.toContain("malade");
});

test("nobody writes to a closed account", async ({ ctx }) => {
  const { household, second, agent } = await people(ctx);
  await ctx.db.update(accounts).set({ disabledAt: ctx.now }).where(eq(accounts.id, second.actor.accountId));
  await open(agent, household.id);
  expect(await mailsTo(ctx, "message-received")).toHaveLength(1);
});

test("the structure is told once until it answers: its own address, then the agent who took it", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const threadId = await open(guardian, household.id);
  await reply(later(guardian, 1), threadId, { body: "Et aussi jeudi" });
  expect(await mailsTo(ctx, "message-waiting")).toEqual(["mairie@exemple.fr"]);
  await reply(later(agent, 2), threadId);
  await assignThread(agent, { threadId, accountId: agent.actor.accountId });
  await reply(later(guardian, 3), threadId, { body: "Merci" });
  expect(await mailsTo(ctx, "message-waiting")).toEqual(["mairie@exemple.fr", await emailOf(ctx, agent.actor)]);
});
