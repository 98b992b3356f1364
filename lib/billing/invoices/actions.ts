"use server";

import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { asSystem } from "@/lib/core/context";
import { openPayment } from "@/lib/payments/open-payment";
import { checkoutInvoices } from "./checkout-invoices";
import { creditInvoice } from "./credit-invoice";
import { postedCheckoutInput, postedCreditInput } from "./input";

/** The invoices are paid from the account, or the browser leaves for the bank: at once, or through a form that it posts there. */
export const payInvoicesAction = definePostedAction(postedCheckoutInput, async (ctx, input) => {
  const { paymentId } = await checkoutInvoices(ctx, input);
  if (!paymentId) redirect("/factures?onglet=historique&regle=credit");
  const { url, fields } = await openPayment(asSystem(ctx, "checkout"), paymentId);
  redirect(fields ? `/paiement/${paymentId}/depart` : url);
});

export const creditInvoiceAction = definePostedAction(postedCreditInput, async (ctx, input) => {
  const id = await creditInvoice(ctx, input);
  redirect(`/admin/facturation/factures/${id}`);
});
