"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { cannedAnswerInput, removeCannedAnswerInput } from "./input";
import { removeCannedAnswer } from "./remove-canned-answer";
import { saveCannedAnswer } from "./save-canned-answer";

const PAGE = "/admin/contact/reponses";

export const saveCannedAnswerAction = definePostedAction(cannedAnswerInput, async (ctx, input) => {
  await saveCannedAnswer(ctx, input);
  revalidatePath(PAGE);
});

export const removeCannedAnswerAction = definePostedAction(removeCannedAnswerInput, async (ctx, input) => {
  await removeCannedAnswer(ctx, input);
  revalidatePath(PAGE);
});
