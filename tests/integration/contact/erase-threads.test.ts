import { expect } from "vitest";
import { contactMessages, contactThreads } from "@/db/schema";
import { eraseThreads } from "@/lib/contact/erase-threads";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aHousehold, guardianOf } from "../../support/factories";

test("destroys the exchanges of one household, with what was written", async ({ ctx }) => {
  const household = await aHousehold(ctx);
  const [thread] = await ctx.db
    .insert(contactThreads)
    .values({
      householdId: household.id,
      subject: "other",
      status: "to_handle",
      createdAt: ctx.now,
      lastMessageAt: ctx.now,
    } as never)
    .returning();
  await ctx.db
    .insert(contactMessages)
    .values({ threadId: thread?.id ?? "", isStaff: false, body: "Bonjour", createdAt: ctx.now });
  expect(await codeOf(eraseThreads(await guardianOf(ctx, household), household.id))).toBe("forbidden");
  await eraseThreads(ctx, household.id);
  expect(await ctx.db.select().from(contactMessages)).toEqual([]);
});
