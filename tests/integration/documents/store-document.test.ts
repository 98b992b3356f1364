import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, vi } from "vitest";
import { auditEvents, documentRequirements, documents } from "@/db/schema";
import { visitor } from "@/lib/core/actor";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { readDocument } from "@/lib/documents/read-document";
import { MAX_DOCUMENTS } from "@/lib/documents/rules";
import { test } from "../../support/database";
import { aLocatedPhoto, aPdf, aPhoto } from "../../support/files";
import { aFamily, asAgent, send } from "./people";

const rowOf = async ({ db }: Parameters<typeof send>[0], id: string) =>
  (await db.select().from(documents).where(eq(documents.id, id)))[0];

/** Which of the files written from now on are still there. */
function watchFiles() {
  vi.restoreAllMocks();
  const put = vi.spyOn(fileStorage(), "put");
  const deleted = vi.spyOn(fileStorage(), "delete");
  return () => {
    const gone = new Set(deleted.mock.calls.map(([key]) => key));
    return put.mock.calls.map(([key]) => key).filter((key) => !gone.has(key));
  };
}

test("keeps what was drawn again, under a name that says nothing, and says who sent it", async ({ ctx }) => {
  const { household, child, guardian } = await aFamily(ctx);
  const fileName = "../../etc/mon <attestation>.PHP";
  const id = await send(guardian, household.id, { personId: child.id, bytes: await aLocatedPhoto(), fileName });

  const { bytes } = await readDocument(guardian, id);
  expect(Buffer.from(bytes).toString("latin1")).not.toContain("Telephone");
  expect(await rowOf(ctx, id)).toMatchObject({
    householdId: household.id,
    personId: child.id,
    fileName: "mon attestation.jpg",
    mediaType: "image/jpeg",
    sizeBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    storageKey: expect.stringMatching(/^[0-9a-f]{2}\/[0-9a-f]{40}$/),
    status: "to_review",
    uploadedBy: guardian.actor.accountId,
  });
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
  expect(events).toMatchObject([{ type: "document.sent", householdId: household.id }]);
});

test("the same file sent twice is kept once", async ({ committed }) => {
  const { household, guardian } = await aFamily(committed);
  const kept = watchFiles();
  const ids = await Promise.all([1, 2, 3].map(() => send(guardian, household.id)));
  expect(new Set(ids).size).toBe(1);
  expect(await committed.db.$count(documents)).toBe(1);
  expect(kept()).toHaveLength(1);
});

test("a family keeps as much as its quota, and another family keeps its own", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const filler = (index: number) => ({
    householdId: household.id,
    kind: "other",
    fileName: "a.jpg",
    mediaType: "image/jpeg",
    sizeBytes: 1,
    sha256: "x",
    storageKey: `filler-${index}`,
    createdAt: ctx.now,
  });
  await ctx.db.insert(documents).values(Array.from({ length: MAX_DOCUMENTS }, (_, index) => filler(index)));
  await expect(send(guardian, household.id)).rejects.toMatchObject({ code: "storage_full" });

  const other = await aFamily(ctx);
  await send(other.guardian, other.household.id);
});

test("what is refused leaves no row and no file", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  await send(guardian, household.id);
  const kept = watchFiles();
  await expect(send(guardian, household.id, { bytes: Buffer.from("<html>") })).rejects.toMatchObject({
    code: "file_type_refused",
  });
  await expect(send(guardian, household.id, { bytes: aPdf({ pages: 31 }) })).rejects.toMatchObject({
    code: "pdf_too_long",
  });
  expect(kept()).toEqual([]);
  expect(await ctx.db.$count(documents)).toBe(1);
});

test("nobody sends into another family, nor about someone of another family", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const other = await aFamily(ctx);
  const intoOther = send(guardian, other.household.id);
  await expect(intoOther).rejects.toMatchObject({ code: "not_found" });
  const aboutOther = send(guardian, household.id, { personId: other.child.id });
  await expect(aboutOther).rejects.toMatchObject({ code: "not_found" });
  const aStranger = send({ ...ctx, actor: visitor }, household.id);
  await expect(aStranger).rejects.toMatchObject({ code: "unauthenticated" });
  for (const role of ["animator", "site_manager", "revenue_officer", "auditor", "admin"] as const) {
    await expect(send(asAgent(ctx, role), household.id)).rejects.toMatchObject({ code: "forbidden" });
  }
  await send(asAgent(ctx, "family_officer"), household.id);
});

test("what a requirement calls health is health, whatever the form says", async ({ ctx }) => {
  await ctx.db.insert(documentRequirements).values({
    kind: "vaccination",
    label: "Vaccins",
    appliesTo: "child",
    validity: { kind: "forever" },
    isHealth: true,
  });
  const { household, child, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id, { personId: child.id, kind: "vaccination", bytes: await aPhoto() });
  expect(await rowOf(ctx, id)).toMatchObject({ isHealth: true });
});

test("a sending repeated by a telephone is one, even once an agent has answered it", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const clientKey = randomUUID();
  const first = await send(guardian, household.id, { clientKey, note: "Recto" });
  await ctx.db.update(documents).set({ status: "rejected", reason: "Flou" }).where(eq(documents.id, first));
  expect(await send(guardian, household.id, { clientKey })).toBe(first);
  expect(await rowOf(ctx, first)).toMatchObject({ note: "Recto" });
  const other = await aFamily(ctx);
  expect(await send(other.guardian, other.household.id, { clientKey })).not.toBe(first);
});

test("lies sealed on the disk, and a disk that is full gives a sentence and no row", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id, { bytes: aPdf() });
  const { storageKey } = (await rowOf(ctx, id)) ?? {};
  expect(Buffer.from(await fileStorage().getBytes(storageKey ?? "")).includes("%PDF")).toBe(false);

  vi.restoreAllMocks();
  vi.spyOn(fileStorage(), "put").mockRejectedValueOnce(new Error("ENOSPC: no space left on device"));
  const refused = send(guardian, household.id, { bytes: aPdf({ pages: 2 }) });
  await expect(refused).rejects.toMatchObject({ code: "storage_failed" });
  expect(await ctx.db.$count(documents)).toBe(1);
});
