"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { documentInput, reviewDocumentInput } from "./input";
import { removeDocument } from "./remove-document";
import { restoreDocument } from "./restore-document";
import { reviewDocument } from "./review-document";

export const reviewDocumentAction = definePostedAction(reviewDocumentInput, async (ctx, input) => {
  await reviewDocument(ctx, input);
  revalidatePath("/admin/a-valider/pieces");
});

export const removeDocumentAction = definePostedAction(documentInput, async (ctx, input) => {
  await removeDocument(ctx, input);
  revalidatePath("/documents");
});

export const restoreDocumentAction = definePostedAction(documentInput, async (ctx, input) => {
  await restoreDocument(ctx, input);
  revalidatePath("/documents");
});
