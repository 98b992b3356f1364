"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { invoiceSettingsInput } from "./input";
import { saveInvoiceSettings } from "./save-invoice-settings";

export const saveInvoiceSettingsAction = definePostedAction(invoiceSettingsInput, async (ctx, input) => {
  await saveInvoiceSettings(ctx, input);
  redirect("/admin/facturation?reglages=enregistres");
});
