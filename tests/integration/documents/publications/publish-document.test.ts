import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, vi } from "vitest";
import { auditEvents, publications } from "@/db/schema";
import { visitor } from "@/lib/core/actor";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { publishDocument } from "@/lib/documents/publications/publish-document";
import { listAllPublications, listPlaces } from "@/lib/documents/publications/queries";
import { test } from "../../../support/database";
import { aPdf, aPng } from "../../../support/files";
import { aFamily, asAgent } from "../people";
import { publish, twoFamilies } from "./publications";

test("publishes a file, and says who did", async ({ ctx }) => {
  const id = await publish(ctx, { untilOn: "2026-09-30", isPublic: "on", description: "  " });
  const [row] = await ctx.db.select().from(publications);
  expect(row).toMatchObject({ id, audience: "everyone", isPublic: true, untilOn: "2026-09-30", fileName: "menu.pdf" });
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
  expect(events).toMatchObject([{ type: "publication.published", actorKind: "agent" }]);
  expect(await listAllPublications(asAgent(ctx, "admin"))).toMatchObject([{ id, place: null, readers: 0 }]);
});

test("a place is one that exists, and only what is for everyone is public", async ({ ctx }) => {
  const { activity } = await twoFamilies(ctx);
  const forOne = { audience: "activity" as const, activityId: activity.id, isPublic: "on" as const };
  await publish(ctx, forOne);
  await publish(ctx, { audience: "facility", facilityId: activity.facilityId });
  const rows = await listAllPublications(asAgent(ctx, "site_manager"));
  expect(rows.map(({ place, isPublic }) => ({ place, isPublic }))).toEqual(
    expect.arrayContaining([
      { place: "Périscolaire – Jules-Ferry", isPublic: false },
      { place: "Jules-Ferry", isPublic: false },
    ]),
  );
  const unknown = publish(ctx, { audience: "activity", activityId: randomUUID() });
  await expect(unknown).rejects.toMatchObject({ code: "not_found" });
  expect(await listPlaces(asAgent(ctx, "admin"))).toMatchObject({ activities: [{ id: activity.id }] });
});

test("only agents who publish", async ({ ctx }) => {
  const { guardian } = await aFamily(ctx);
  const input = { title: "x", audience: "everyone" as const, fromOn: "2026-09-01", fileName: "a.pdf", bytes: aPdf() };
  for (const actor of [guardian, asAgent(ctx, "animator"), asAgent(ctx, "auditor")]) {
    await expect(publishDocument(actor, input)).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(publishDocument({ ...ctx, actor: visitor }, input)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("what is empty, too large, disguised, cut off or active is refused, and leaves nothing", async ({ ctx }) => {
  const put = vi.spyOn(fileStorage(), "put");
  const refused: [Buffer, string][] = [
    [Buffer.alloc(0), "file_empty"],
    [Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-"), "file_too_large"],
    [Buffer.from("<script>alert(1)</script>"), "file_type_refused"],
    [(await aPng()).subarray(0, 60), "file_damaged"],
    [aPdf({ catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" }), "pdf_active"],
  ];
  for (const [bytes, code] of refused) await expect(publish(ctx, { bytes })).rejects.toMatchObject({ code });
  expect(put).not.toHaveBeenCalled();
  put.mockRestore();
  expect(await ctx.db.$count(publications)).toBe(0);
});

test("a disk that is full gives a sentence and leaves no row", async ({ ctx }) => {
  const put = vi.spyOn(fileStorage(), "put").mockRejectedValueOnce(new Error("ENOSPC: no space left on device"));
  await expect(publish(ctx)).rejects.toMatchObject({ code: "storage_failed" });
  put.mockRestore();
  expect(await ctx.db.$count(publications)).toBe(0);
});

test("the news leaves with the publication, on the day it can be read", async ({ ctx }) => {
  await publish(ctx, { announce: "on" });
  await publish(ctx, { announce: "on", fromOn: "2026-10-01" });
  const jobs = await ctx.db.execute<{ run_at: Date }>(
    sql`select run_at from graphile_worker.jobs where task_identifier = 'announce-publication' order by run_at desc`,
  );
  expect(jobs).toHaveLength(2);
  expect(jobs.map(({ run_at }) => new Date(run_at).toISOString())).toContain("2026-10-01T06:00:00.000Z");
});
