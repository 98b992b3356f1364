"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/auth/define-action";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { addMember } from "./add-member";
import { certifyHousehold } from "./certify-household";
import { fieldPoliciesInput, householdInput, newMemberInput } from "./input";
import { setFieldPolicies } from "./set-field-policies";

export const addMemberAction = defineAction(newMemberInput, async (ctx, input) => {
  const added = await addMember(ctx, input);
  revalidatePath("/ma-famille");
  return added;
});

export const certifyHouseholdAction = definePostedAction(householdInput, async (ctx, input) => {
  await certifyHousehold(ctx, input);
  revalidatePath("/ma-famille");
});

export const setFieldPoliciesAction = definePostedAction(fieldPoliciesInput, async (ctx, input) => {
  await setFieldPolicies(ctx, input);
  revalidatePath("/admin/parametres/champs");
});
