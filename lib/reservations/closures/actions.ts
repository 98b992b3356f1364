"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { closureInput } from "@/lib/catalogue/closures/input";
import { closeSlots } from "./close-slots";

export const closeSlotsAction = definePostedAction(closureInput, async (ctx, input) => {
  const closed = await closeSlots(ctx, input);
  revalidatePath("/admin/planning", "layout");
  return closed;
});
