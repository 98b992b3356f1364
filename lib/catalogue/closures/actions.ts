"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { reopeningInput } from "./input";
import { reopenSlots } from "./reopen-slots";

export const reopenSlotsAction = definePostedAction(reopeningInput, async (ctx, input) => {
  const slots = await reopenSlots(ctx, input);
  revalidatePath("/admin/planning", "layout");
  return slots;
});
