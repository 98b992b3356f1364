import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { contactAttachments, contactMessages, contactThreads } from "@/db/schema";
import { purgeThreads } from "@/lib/contact/purge-threads";
import { test } from "../../support/database";
import { aPdf } from "../../support/files";
import { open, people } from "./exchanges";

test("destroys what was closed two years ago, with its messages and its files", async ({ ctx }) => {
  const { household, guardian, agent } = await people(ctx);
  const files = [{ fileName: "a.pdf", bytes: aPdf() }];
  const old = await open(guardian, household.id, { files });
  const recent = await open(guardian, household.id, { files });
  const waiting = await open(guardian, household.id);
  const close = (id: string, at: string) =>
    ctx.db
      .update(contactThreads)
      .set({ status: "closed", closedAt: new Date(at) })
      .where(eq(contactThreads.id, id));
  await close(old, "2024-09-01T08:00:00Z");
  await close(recent, "2024-09-20T08:00:00Z");
  await purgeThreads(ctx);
  const left = await ctx.db.select({ id: contactThreads.id }).from(contactThreads);
  expect(left.map(({ id }) => id).sort()).toEqual([recent, waiting].sort());
  expect([await ctx.db.$count(contactMessages), await ctx.db.$count(contactAttachments)]).toEqual([2, 1]);
  await expect(purgeThreads(agent)).rejects.toMatchObject({ code: "forbidden" });
});
