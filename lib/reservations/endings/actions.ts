"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { leaveActivityInput } from "./input";
import { leaveActivity } from "./leave-activity";

export const leaveActivityAction = definePostedAction(leaveActivityInput, async (ctx, input) => {
  const ending = await leaveActivity(ctx, input);
  revalidatePath("/admin/familles/[id]", "page");
  return ending;
});
