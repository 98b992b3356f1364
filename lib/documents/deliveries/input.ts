import { z } from "zod";
import { MAX_FILE_BYTES } from "../input";

/** More than this is published, not addressed. */
const MAX_RECIPIENTS = 500;

export const deliverDocumentInput = z.object({
  title: z
    .string("Donnez un titre.")
    .trim()
    .min(1, "Donnez un titre.")
    .max(120, "Le titre est trop long : 120 caractères au plus."),
  householdIds: z
    .array(z.uuid("Choisissez des familles."))
    .min(1, "Choisissez au moins une famille.")
    .max(MAX_RECIPIENTS, `Choisissez ${MAX_RECIPIENTS} familles au plus.`),
  file: z
    .instanceof(File, { error: "Choisissez un fichier." })
    .refine(({ size }) => size > 0, "Choisissez un fichier qui n’est pas vide.")
    .refine(({ size }) => size <= MAX_FILE_BYTES, "Ce fichier est trop volumineux : 10\u00a0Mo au plus."),
  /** Drawn with the form: sent twice, it is still one document. */
  clientKey: z.uuid(),
});
export type DeliverDocumentInput = z.infer<typeof deliverDocumentInput>;

export const withdrawDeliveryInput = z.object({ deliveryId: z.uuid(), householdId: z.uuid() });
export type WithdrawDeliveryInput = z.infer<typeof withdrawDeliveryInput>;
