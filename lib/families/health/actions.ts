"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { healthSectionInput } from "./input";
import { saveHealthSection } from "./save-health-section";

export const saveHealthSectionAction = definePostedAction(healthSectionInput, async (ctx, input) => {
  await saveHealthSection(ctx, input);
  revalidatePath(`/ma-famille/enfants/${input.childId}/sante`);
});
