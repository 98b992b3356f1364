"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { decisionInput } from "@/lib/core/decision-input";
import { closeIncident } from "./close-incident";
import { decideRefund } from "./decide-refund";
import { executeRefund } from "./execute-refund";
import { closeIncidentInput, refundInput, requestRefundInput } from "./input";
import { requestRefund } from "./request-refund";
import { withdrawRefund } from "./withdraw-refund";

export const requestRefundAction = definePostedAction(requestRefundInput, async (ctx, input) => {
  await requestRefund(ctx, input);
  revalidatePath("/prepaiements");
  revalidatePath(`/admin/familles/${input.householdId}`);
});

export const withdrawRefundAction = definePostedAction(refundInput, async (ctx, input) => {
  await withdrawRefund(ctx, input);
  revalidatePath("/prepaiements");
});

export const decideRefundAction = definePostedAction(decisionInput, async (ctx, input) => {
  await decideRefund(ctx, input);
  revalidatePath("/admin/regie", "layout");
});

export const executeRefundAction = definePostedAction(refundInput, async (ctx, input) => {
  await executeRefund(ctx, input);
  revalidatePath("/admin/regie", "layout");
});

export const closeIncidentAction = definePostedAction(closeIncidentInput, async (ctx, input) => {
  await closeIncident(ctx, input);
  revalidatePath("/admin/regie", "layout");
});
