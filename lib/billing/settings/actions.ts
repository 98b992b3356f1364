"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { invoiceSettingsInput, officeRulesInput } from "./input";
import { saveInvoiceSettings } from "./save-invoice-settings";
import { saveOfficeRules } from "./save-office-rules";

export const saveInvoiceSettingsAction = definePostedAction(invoiceSettingsInput, async (ctx, input) => {
  await saveInvoiceSettings(ctx, input);
  redirect("/admin/facturation?reglages=enregistres");
});

export const saveOfficeRulesAction = definePostedAction(officeRulesInput, async (ctx, input) => {
  await saveOfficeRules(ctx, input);
  redirect("/admin/facturation?reglages=enregistres");
});
