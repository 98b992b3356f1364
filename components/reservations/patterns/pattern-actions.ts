import {
  continuePatternAction,
  createPatternAction,
  listPatternsAction,
  patternOfferAction,
  previewContinuationAction,
  previewPatternAction,
  previewUndoAction,
  undoPatternAction,
} from "@/lib/reservations/patterns/actions";

/** What the sheet of typical weeks asks of the server; it comes with the sheet, so the month carries none of it. */
export const patternActions = {
  offer: patternOfferAction,
  list: listPatternsAction,
  preview: previewPatternAction,
  create: createPatternAction,
  previewNext: previewContinuationAction,
  next: continuePatternAction,
  previewUndo: previewUndoAction,
  undo: undoPatternAction,
};
