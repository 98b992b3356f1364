"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/auth/define-action";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { retryEmails } from "@/lib/notifications/retry-emails";
import { templateInput, wordingInput } from "@/lib/notifications/wordings/input";
import { previewWording } from "@/lib/notifications/wordings/queries";
import { resetWording } from "@/lib/notifications/wordings/reset-wording";
import { saveWording } from "@/lib/notifications/wordings/save-wording";

const PAGE = "/admin/messages/modeles";

export const saveWordingAction = definePostedAction(wordingInput, async (ctx, input) => {
  await saveWording(ctx, input);
  revalidatePath(PAGE, "layout");
});

export const resetWordingAction = definePostedAction(templateInput, async (ctx, input) => {
  await resetWording(ctx, input);
  revalidatePath(PAGE, "layout");
});

export const previewWordingAction = defineAction(wordingInput, previewWording);

export const retryEmailsAction = definePostedAction(z.object({ emailId: z.uuid().optional() }), async (ctx, input) => {
  const retried = await retryEmails(ctx, input);
  revalidatePath("/admin/messages/envois", "layout");
  return retried;
});
