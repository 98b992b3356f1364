"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/auth/define-action";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { decisionInput } from "@/lib/core/decision-input";
import { decideAbsence } from "./decide-absence";
import { declareAbsence } from "./declare-absence";
import { absenceDaysInput, declareAbsenceInput } from "./input";
import { previewAbsence } from "./preview-absence";

export const previewAbsenceAction = defineAction(absenceDaysInput, previewAbsence);
export const declareAbsenceAction = defineAction(declareAbsenceInput, declareAbsence);

export const decideAbsenceAction = definePostedAction(decisionInput, async (ctx, input) => {
  await decideAbsence(ctx, input);
  revalidatePath("/admin/a-valider/absences");
});
