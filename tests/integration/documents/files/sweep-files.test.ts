import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { documents } from "@/db/schema";
import { env } from "@/lib/core/env";
import { fileStorage, newStorageKey } from "@/lib/documents/files/file-storage";
import { isSealed } from "@/lib/documents/files/seal-file";
import { sweepFiles } from "@/lib/documents/files/sweep-files";
import { readDocument } from "@/lib/documents/read-document";
import { test } from "../../../support/database";
import { aPdf } from "../../../support/files";
import { aFamily, asAgent, send } from "../people";

const writtenAt = (key: string, at: Date) => utimes(join(env().dataDir, "documents", key), at, at);

test("sweeps away the old files that no row names, and leaves the young ones", async ({ ctx: past }) => {
  // The files of other tests lie there too, and are as young as they are.
  const ctx = { ...past, now: new Date() };
  const { household, guardian } = await aFamily(ctx);
  await send(guardian, household.id);
  const [row] = await ctx.db.select().from(documents);
  const named = row?.storageKey ?? "";
  const old = new Date(ctx.now.getTime() - 3 * 86_400_000);
  const [orphan, young] = [newStorageKey(), newStorageKey()];
  await fileStorage().put(orphan, "seul");
  await fileStorage().put(young, "en cours d’envoi");
  await writtenAt(orphan, old);
  await writtenAt(named, old);
  await writtenAt(young, ctx.now);

  await sweepFiles(ctx);
  expect(await fileStorage().exists(orphan)).toBe(false);
  expect(await fileStorage().exists(young)).toBe(true);
  expect(await fileStorage().exists(named)).toBe(true);
  await expect(sweepFiles(asAgent(ctx, "admin"))).rejects.toMatchObject({ code: "forbidden" });
});

test("a file kept before files were sealed is read, and sealed in the night", async ({ ctx: past }) => {
  const ctx = { ...past, now: new Date() };
  const { household, guardian } = await aFamily(ctx);
  const id = await send(guardian, household.id, { bytes: aPdf() });
  const [row] = await ctx.db.select().from(documents).where(eq(documents.id, id));
  const key = row?.storageKey ?? "";
  expect(isSealed(await fileStorage().getBytes(key))).toBe(true);

  await fileStorage().put(key, aPdf());
  expect(Buffer.from((await readDocument(guardian, id)).bytes).equals(aPdf())).toBe(true);
  await sweepFiles(ctx);
  expect(isSealed(await fileStorage().getBytes(key))).toBe(true);
  expect(Buffer.from((await readDocument(guardian, id)).bytes).equals(aPdf())).toBe(true);

  await fileStorage().put(key, Buffer.concat([Buffer.from("PFC1"), Buffer.alloc(60)]));
  await expect(readDocument(guardian, id)).rejects.toMatchObject({ code: "file_unreadable" });
});
