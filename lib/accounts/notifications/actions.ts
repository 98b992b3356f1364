"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { chooseNotifications } from "./choose-notifications";
import { chooseNotificationsInput } from "./input";

export const chooseNotificationsAction = definePostedAction(chooseNotificationsInput, async (ctx, input) => {
  await chooseNotifications(ctx, input);
  revalidatePath("/mon-compte");
});
