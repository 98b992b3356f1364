"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { askBatch } from "./ask-batch";
import { discardBatch } from "./discard-batch";
import { askBatchInput, discardBatchInput } from "./input";

const PAGE = "/admin/facturation/attestations";

export const askBatchAction = definePostedAction(askBatchInput, async (ctx, input) => {
  await askBatch(ctx, input);
  revalidatePath(PAGE);
});

export const discardBatchAction = definePostedAction(discardBatchInput, async (ctx, { batchId }) => {
  await discardBatch(ctx, batchId);
  revalidatePath(PAGE);
});
