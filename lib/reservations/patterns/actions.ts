"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/auth/define-action";
import { continuePattern } from "./continue-pattern";
import { createPattern } from "./create-pattern";
import { continuePatternInput, createPatternInput, householdInput, patternIdInput, patternInput } from "./input";
import { previewContinuation } from "./preview-continuation";
import { previewPattern } from "./preview-pattern";
import { previewUndo } from "./preview-undo";
import { listPatterns } from "./queries/list";
import { getPatternOffer } from "./queries/offer";
import { undoPattern } from "./undo-pattern";

/** The month and the cart of the page come back with the answer, a family's as well as an agent's. */
const refreshGrid = () => {
  revalidatePath("/reservations");
  revalidatePath("/admin/familles/[id]/reservations", "page");
};

export const patternOfferAction = defineAction(householdInput, getPatternOffer);
export const listPatternsAction = defineAction(householdInput, listPatterns);
export const previewPatternAction = defineAction(patternInput, previewPattern);
export const previewContinuationAction = defineAction(patternIdInput, previewContinuation);
export const previewUndoAction = defineAction(patternIdInput, previewUndo);

export const createPatternAction = defineAction(createPatternInput, async (ctx, input) => {
  const booked = await createPattern(ctx, input);
  refreshGrid();
  return booked;
});

export const continuePatternAction = defineAction(continuePatternInput, async (ctx, input) => {
  const booked = await continuePattern(ctx, input);
  refreshGrid();
  return booked;
});

export const undoPatternAction = defineAction(patternIdInput, async (ctx, input) => {
  const undone = await undoPattern(ctx, input);
  refreshGrid();
  return undone;
});
