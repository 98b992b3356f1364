"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/auth/define-action";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { addMember } from "./add-member";
import { certifyHousehold } from "./certify-household";
import { householdInput, newMemberInput } from "./input";

export const addMemberAction = defineAction(newMemberInput, async (ctx, input) => {
  const added = await addMember(ctx, input);
  revalidatePath("/ma-famille");
  return added;
});

export const certifyHouseholdAction = definePostedAction(householdInput, async (ctx, input) => {
  await certifyHousehold(ctx, input);
  revalidatePath("/ma-famille");
});
