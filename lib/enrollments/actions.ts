"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { decisionInput } from "@/lib/core/decision-input";
import { askCompletion } from "./ask-completion";
import { decideEnrollment } from "./decide-enrollment";
import { askCompletionInput, enrollmentInput, submitEnrollmentInput } from "./input";
import { submitEnrollment } from "./submit-enrollment";
import { withdrawEnrollment } from "./withdraw-enrollment";

const QUEUE = "/admin/a-valider/inscriptions-activites";

export const submitEnrollmentAction = definePostedAction(submitEnrollmentInput, async (ctx, input) => {
  const { status } = await submitEnrollment(ctx, input);
  revalidatePath("/inscriptions");
  redirect(`/inscriptions?fait=${status}`);
});

export const enrollChildAction = definePostedAction(submitEnrollmentInput, async (ctx, input) => {
  await submitEnrollment(ctx, input);
  revalidatePath("/admin/familles/[id]", "page");
});

export const withdrawEnrollmentAction = definePostedAction(enrollmentInput, async (ctx, input) => {
  await withdrawEnrollment(ctx, input);
  revalidatePath("/inscriptions");
});

export const decideEnrollmentAction = definePostedAction(decisionInput, async (ctx, input) => {
  await decideEnrollment(ctx, input);
  revalidatePath(QUEUE);
});

export const askCompletionAction = definePostedAction(askCompletionInput, async (ctx, input) => {
  await askCompletion(ctx, input);
  revalidatePath(QUEUE);
});
