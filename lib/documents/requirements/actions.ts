"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { saveRequirementInput } from "./input";
import { saveRequirement } from "./save-requirement";

export const saveRequirementAction = definePostedAction(saveRequirementInput, async (ctx, input) => {
  await saveRequirement(ctx, input);
  revalidatePath("/admin/parametres/pieces");
});
