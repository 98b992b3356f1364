import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, documents, publications } from "@/db/schema";
import { dateOf, instantOf, monthsLater } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { purgeDocuments } from "@/lib/documents/purge-documents";
import { getHouseholdDocuments } from "@/lib/documents/queries";
import { readDocument } from "@/lib/documents/read-document";
import { test } from "../../support/database";
import { aPdf } from "../../support/files";
import { aFamily, asAgent, send } from "./people";
import { publish } from "./publications/publications";

const monthsAgo = (ctx: Context, months: number) => instantOf(monthsLater(dateOf(ctx.now), -months), "12:00");

test("destroys what is past its time, and nothing else", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  let pages = 0;
  const sent = async (values: Partial<typeof documents.$inferInsert>) => {
    pages += 1;
    const id = await send(guardian, household.id, { bytes: aPdf({ pages }) });
    await ctx.db
      .update(documents)
      .set({ status: "to_review", ...values })
      .where(eq(documents.id, id));
    return id;
  };
  const due = [
    await sent({ removedAt: monthsAgo(ctx, 13) }),
    await sent({ replacedAt: monthsAgo(ctx, 13) }),
    await sent({ status: "valid", validUntil: "2025-08-31" }),
    await sent({ status: "rejected", reviewedAt: monthsAgo(ctx, 4) }),
    await sent({ isHealth: true, status: "valid", validUntil: "2026-07-01" }),
  ];
  const kept = [
    await sent({}),
    await sent({ removedAt: monthsAgo(ctx, 11) }),
    await sent({ status: "valid", validUntil: "2025-10-31" }),
    await sent({ status: "rejected", reviewedAt: monthsAgo(ctx, 2) }),
    await sent({ isHealth: true, status: "valid", validUntil: "2026-09-02" }),
    await sent({ kind: "judgment", status: "valid", validUntil: "2020-01-01" }),
  ];
  const keys = new Map(
    (await ctx.db.select({ id: documents.id, key: documents.storageKey }).from(documents)).map(({ id, key }) => [
      id,
      key,
    ]),
  );

  await purgeDocuments(ctx);
  await purgeDocuments(ctx);
  const isThere = (id: string) => fileStorage().exists(keys.get(id) ?? "");
  for (const id of due) {
    expect(await isThere(id)).toBe(false);
    await expect(readDocument(guardian, id)).rejects.toMatchObject({ code: "not_found" });
  }
  for (const id of kept) expect(await isThere(id)).toBe(true);
  expect((await getHouseholdDocuments(guardian, household.id)).sent).toHaveLength(kept.length - 1);
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "files.purged"))).toHaveLength(1);
});

test("a publication goes a year after it was withdrawn or ended", async ({ ctx }) => {
  const over = await publish(ctx, { untilOn: "2026-09-02" });
  const current = await publish(ctx);
  await ctx.db
    .update(publications)
    .set({ fromOn: "2025-01-01", untilOn: "2025-08-01" })
    .where(eq(publications.id, over));
  await purgeDocuments(ctx);
  const rows = await ctx.db.select({ id: publications.id, key: publications.storageKey }).from(publications);
  expect(new Map(rows.map(({ id, key }) => [id, key]))).toEqual(
    new Map([
      [over, null],
      [current, expect.any(String)],
    ]),
  );
});

test("is the portal's own work", async ({ ctx }) => {
  await expect(purgeDocuments(asAgent(ctx, "admin"))).rejects.toMatchObject({ code: "forbidden" });
});
