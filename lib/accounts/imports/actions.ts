"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import type { Context } from "@/lib/core/context";
import { discardImport } from "./discard-import";
import { type ImportInput, importInput, mapColumnsInput, uploadImportInput } from "./input";
import { mapColumns } from "./map-columns";
import { requestUndo, startImport } from "./start-import";
import { storeImport } from "./store-import";

const PAGE = "/admin/familles/import";

export const uploadImportAction = definePostedAction(uploadImportInput, async (ctx, { first, second }) => {
  const files = [first, second].filter((file) => file !== undefined && file.size > 0) as File[];
  const read = files.map(async (file) => ({ fileName: file.name, bytes: Buffer.from(await file.arrayBuffer()) }));
  const { importId } = await storeImport(ctx, await Promise.all(read));
  redirect(`${PAGE}/${importId}`);
});

const shown =
  <Input extends ImportInput>(run: (ctx: Context, input: Input) => Promise<void>) =>
  async (ctx: Context, input: Input) => {
    await run(ctx, input);
    revalidatePath(`${PAGE}/${input.importId}`);
  };

export const mapColumnsAction = definePostedAction(mapColumnsInput, shown(mapColumns));
export const startImportAction = definePostedAction(importInput, shown(startImport));
export const requestUndoAction = definePostedAction(importInput, shown(requestUndo));

export const discardImportAction = definePostedAction(importInput, async (ctx, input) => {
  await discardImport(ctx, input);
  redirect(PAGE);
});
