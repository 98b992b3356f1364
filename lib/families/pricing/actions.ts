"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { recordQuotientInput, setTariffCategoryInput } from "./input";
import { recordQuotient } from "./record-quotient";
import { setTariffCategory } from "./set-tariff-category";

export const recordQuotientAction = definePostedAction(recordQuotientInput, async (ctx, input) => {
  await recordQuotient(ctx, input);
  revalidatePath(`/admin/familles/${input.householdId}`);
});

export const setTariffCategoryAction = definePostedAction(setTariffCategoryInput, async (ctx, input) => {
  await setTariffCategory(ctx, input);
  revalidatePath(`/admin/familles/${input.householdId}`);
});
