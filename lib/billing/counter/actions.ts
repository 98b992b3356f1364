"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { cancelReceipt } from "./cancel-receipt";
import { collectPayment } from "./collect-payment";
import { cancelReceiptInput, collectInput } from "./input";

export const collectPaymentAction = definePostedAction(collectInput, async (ctx, input) => {
  const { paymentId } = await collectPayment(ctx, input);
  redirect(`/admin/regie/encaisser?quittance=${paymentId}`);
});

export const cancelReceiptAction = definePostedAction(cancelReceiptInput, async (ctx, input) => {
  await cancelReceipt(ctx, input);
  revalidatePath("/admin/regie", "layout");
});
