"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { plannedAdultsInput } from "./input";
import { planAdults } from "./plan-adults";

export const planAdultsAction = definePostedAction(plannedAdultsInput, async (ctx, input) => {
  await planAdults(ctx, input);
  revalidatePath("/admin/planning");
});
