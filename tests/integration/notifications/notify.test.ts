import { count } from "drizzle-orm";
import { expect } from "vitest";
import { emails } from "@/db/schema";
import { inTransaction } from "@/lib/core/context";
import { notify } from "@/lib/notifications/notify";
import { test } from "../../support/database";
import { aMessage, countJobs, emailOf, receiptId } from "./messages";

test("writes the message and its sending", async ({ ctx }) => {
  const id = await aMessage(ctx);

  expect(await emailOf(ctx, id)).toMatchObject({
    template: "payment-confirmed",
    recipient: "parent@exemple.fr",
    payload: { receiptId, receiptNumber: "REC2026000123" },
    status: "queued",
    tries: 0,
    createdAt: ctx.now,
  });
  expect(await countJobs(ctx)).toBe(1);
});

test("tells one event once, however often it is told", async ({ committed: ctx }) => {
  await Promise.all([aMessage(ctx), aMessage(ctx), aMessage(ctx)]);

  expect(await ctx.db.select({ emails: count() }).from(emails)).toEqual([{ emails: 1 }]);
  expect(await countJobs(ctx)).toBe(1);
});

test("tells nothing of a command that was rolled back", async ({ committed: ctx }) => {
  const command = inTransaction(ctx, async (ctx) => {
    await aMessage(ctx);
    throw new Error("refused");
  });

  await expect(command).rejects.toThrow("refused");
  expect(await ctx.db.select({ emails: count() }).from(emails)).toEqual([{ emails: 0 }]);
  expect(await countJobs(ctx)).toBe(0);
});

test("refuses a message that could not be written", async ({ ctx }) => {
  const incomplete = notify(ctx, {
    template: "password-reset",
    recipient: "parent@exemple.fr",
    payload: { url: "pas une adresse" },
    dedupeKey: "reset:1",
  });

  await expect(incomplete).rejects.toThrow();
  expect(await countJobs(ctx)).toBe(0);
});
