import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { emails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { retryEmails } from "@/lib/notifications/retry-emails";
import { test } from "../../support/database";
import { asAgent } from "../documents/people";

const written = async (ctx: Context, status: "failed" | "sent") => {
  const [email] = await ctx.db
    .insert(emails)
    .values({
      template: "password-changed",
      recipient: "a@b.fr",
      payload: {},
      dedupeKey: randomUUID(),
      status,
      tries: 12,
      createdAt: ctx.now,
    })
    .returning({ id: emails.id });
  return email?.id ?? "";
};

test("one leaves again, or all that failed; what was sent does not", async ({ ctx }) => {
  const [first, second, sent] = [
    await written(ctx, "failed"),
    await written(ctx, "failed"),
    await written(ctx, "sent"),
  ];
  const agent = asAgent(ctx, "family_officer");
  expect(await retryEmails(agent, { emailId: first })).toEqual({ count: 1 });
  await expect(retryEmails(agent, { emailId: first })).rejects.toMatchObject({ code: "already_decided" });
  await expect(retryEmails(agent, { emailId: sent })).rejects.toMatchObject({ code: "already_decided" });
  expect(await retryEmails(agent, {})).toEqual({ count: 1 });
  expect(await ctx.db.select().from(emails).where(eq(emails.id, second))).toMatchObject([
    { status: "queued", tries: 0 },
  ]);
  const jobs = await ctx.db.execute(sql`select 1 from graphile_worker.jobs where task_identifier = 'send-email'`);
  expect(jobs).toHaveLength(2);
});

test("is an agent's who may write messages", async ({ ctx }) => {
  for (const role of ["auditor", "site_manager", "animator"] as const) {
    await expect(retryEmails(asAgent(ctx, role), {})).rejects.toMatchObject({ code: "forbidden" });
  }
});
