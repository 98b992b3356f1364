"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { sendRemindersInput } from "./input";
import { sendReminders } from "./send-reminders";

export const sendRemindersAction = definePostedAction(sendRemindersInput, async (ctx, input) => {
  const sent = await sendReminders(ctx, input);
  redirect(`/admin/facturation/impayes?relancees=${sent}`);
});
