"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/auth/define-action";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { broadcastMessage } from "./broadcast-message";
import { countRecipients } from "./count-recipients";
import { broadcastMessageInput, recipientsInput } from "./input";

export const broadcastMessageAction = definePostedAction(broadcastMessageInput, async (ctx, input) => {
  const sent = await broadcastMessage(ctx, input);
  revalidatePath("/admin/contact/familles");
  return sent;
});

export const countRecipientsAction = defineAction(recipientsInput, countRecipients);
