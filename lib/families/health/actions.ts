"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { healthSectionInput } from "./input";
import { saveHealthSection } from "./save-health-section";

export const saveHealthSectionAction = definePostedAction(healthSectionInput, async (ctx, input) => {
  await saveHealthSection(ctx, input);
  redirect(`/ma-famille/enfants/${input.childId}/sante?enregistre=${input.section}#${input.section}`);
});
