"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { askAnnouncement } from "./ask-announcement";
import { askAnnouncementInput } from "./input";

export const askAnnouncementAction = definePostedAction(askAnnouncementInput, async (ctx, input) => {
  await askAnnouncement(ctx, input);
  revalidatePath("/admin/facturation");
});
