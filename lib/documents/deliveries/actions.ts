"use server";

import { revalidatePath } from "next/cache";
import { definePostedAction } from "@/lib/auth/define-posted-action";
import { sentFile } from "../files/sent-files";
import { deliverDocument } from "./deliver-document";
import { deliverDocumentInput, withdrawDeliveryInput } from "./input";
import { withdrawDelivery } from "./withdraw-delivery";

export const deliverDocumentAction = definePostedAction(
  deliverDocumentInput,
  async (ctx, { file, ...input }) => {
    await deliverDocument(ctx, { ...input, ...(await sentFile(file)) });
    for (const householdId of input.householdIds) revalidatePath(`/admin/familles/${householdId}`);
  },
  { lists: ["householdIds"] },
);

export const withdrawDeliveryAction = definePostedAction(withdrawDeliveryInput, async (ctx, input) => {
  await withdrawDelivery(ctx, input);
  revalidatePath(`/admin/familles/${input.householdId}`);
});
