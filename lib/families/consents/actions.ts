"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { answerConsent } from "./answer-consent";
import { answerConsentInput, publishTextInput } from "./input";
import { publishText } from "./publish-text";

export const answerConsentAction = definePostedAction(answerConsentInput, async (ctx, input) => {
  await answerConsent(ctx, input);
  revalidatePath(`/ma-famille/enfants/${input.childId}/autorisations`);
});

export const publishTextAction = definePostedAction(publishTextInput, async (ctx, input) => {
  await publishText(ctx, input);
  revalidatePath("/admin/parametres/autorisations");
});
