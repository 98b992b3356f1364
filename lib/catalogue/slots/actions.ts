"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { showChanges } from "../show-changes";
import { archiveSlot, restoreSlot } from "./archive-slot";
import { changeSlot } from "./change-slot";
import { createSlot } from "./create-slot";
import { changeSlotInput, seenSlotInput, slotInput } from "./input";

export const createSlotAction = definePostedAction(slotInput, async (ctx, input) => {
  const { slotId } = await showChanges(createSlot)(ctx, input);
  redirect(`/admin/catalogue/creneaux/${slotId}`);
});
export const changeSlotAction = definePostedAction(changeSlotInput, showChanges(changeSlot));
export const archiveSlotAction = definePostedAction(seenSlotInput, showChanges(archiveSlot));
export const restoreSlotAction = definePostedAction(seenSlotInput, showChanges(restoreSlot));
