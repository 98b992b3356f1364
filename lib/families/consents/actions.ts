"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { answerConsent } from "./answer-consent";
import { answerConsentInput } from "./input";

export const answerConsentAction = definePostedAction(answerConsentInput, async (ctx, input) => {
  await answerConsent(ctx, input);
  revalidatePath(`/ma-famille/enfants/${input.childId}/autorisations`);
});
