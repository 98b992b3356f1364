"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { addPickupPerson } from "./add-pickup-person";
import { addPickupPersonInput, pickupPersonInput } from "./input";
import { removePickupPerson } from "./remove-pickup-person";
import { restorePickupPerson } from "./restore-pickup-person";

const pageOf = (childId: string) => `/ma-famille/enfants/${childId}/autorisations`;

export const addPickupPersonAction = definePostedAction(addPickupPersonInput, async (ctx, input) => {
  await addPickupPerson(ctx, input);
  revalidatePath(pageOf(input.childId));
});

export const removePickupPersonAction = definePostedAction(pickupPersonInput, async (ctx, input) => {
  await removePickupPerson(ctx, input);
  revalidatePath(pageOf(input.childId));
});

export const restorePickupPersonAction = definePostedAction(pickupPersonInput, async (ctx, input) => {
  await restorePickupPerson(ctx, input);
  revalidatePath(pageOf(input.childId));
});
