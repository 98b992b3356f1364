"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { showChanges } from "../show-changes";
import { archiveRevenueOffice, restoreRevenueOffice } from "./archive-revenue-office";
import { createRevenueOffice } from "./create-revenue-office";
import { revenueOfficeInput, seenOfficeInput, updateRevenueOfficeInput } from "./input";
import { updateRevenueOffice } from "./update-revenue-office";

export const createRevenueOfficeAction = definePostedAction(revenueOfficeInput, async (ctx, input) => {
  const { officeId } = await showChanges(createRevenueOffice)(ctx, input);
  redirect(`/admin/catalogue/regies/${officeId}`);
});
export const updateRevenueOfficeAction = definePostedAction(updateRevenueOfficeInput, showChanges(updateRevenueOffice));
export const archiveRevenueOfficeAction = definePostedAction(seenOfficeInput, showChanges(archiveRevenueOffice));
export const restoreRevenueOfficeAction = definePostedAction(seenOfficeInput, showChanges(restoreRevenueOffice));
