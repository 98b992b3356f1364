"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { leaveForBank } from "../leave-for-bank";
import { checkoutInvoices } from "./checkout-invoices";
import { creditInvoice } from "./credit-invoice";
import { postedCheckoutInput, postedCreditInput } from "./input";

/** The invoices are paid from the account, or the browser leaves for the bank: at once, or through a form that it posts there. */
export const payInvoicesAction = definePostedAction(postedCheckoutInput, async (ctx, input) => {
  redirect(await leaveForBank(ctx, await checkoutInvoices(ctx, input), "/factures?onglet=historique&regle=credit"));
});

export const creditInvoiceAction = definePostedAction(postedCreditInput, async (ctx, input) => {
  const id = await creditInvoice(ctx, input);
  redirect(`/admin/facturation/factures/${id}`);
});
