"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { closeDay } from "./close-day";
import { closeDayInput } from "./input";

export const closeDayAction = definePostedAction(closeDayInput, async (ctx, input) => {
  await closeDay(ctx, input);
  revalidatePath("/admin/regie", "layout");
});
