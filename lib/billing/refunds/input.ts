import { electronicFormatIBAN, isValidIBAN } from "ibantools";
import { z } from "zod";
import { parseEuros } from "@/lib/core/money";
import { resolveIncidentInput } from "@/lib/payments/input";

/** What a family asks back. `requestId` is the form's: sent twice, it is asked once. */
export const requestRefundInput = z.object({
  requestId: z.uuid(),
  householdId: z.uuid(),
  revenueOfficeId: z.uuid(),
  amount: z
    .string()
    .trim()
    .refine((text) => (parseEuros(text) ?? 0) > 0, "Écrivez un montant en euros, par exemple 12,40."),
  reason: z
    .string()
    .trim()
    .min(3, "Dites en quelques mots pourquoi vous demandez ce remboursement.")
    .max(500, "Le motif est trop long : 500 caractères au plus."),
  holder: z
    .string()
    .trim()
    .min(2, "Écrivez le nom du titulaire du compte bancaire.")
    .max(70, "Le nom est trop long : 70 caractères au plus."),
  iban: z
    .string()
    .trim()
    .max(60, "Cet IBAN n’est pas correct.")
    .refine(
      (text) => isValidIBAN(electronicFormatIBAN(text) ?? ""),
      "Cet IBAN n’est pas correct : relisez-le sur votre RIB.",
    ),
});
export type RequestRefundInput = z.infer<typeof requestRefundInput>;

export const refundInput = z.object({ id: z.uuid() });
export type RefundInput = z.infer<typeof refundInput>;

/** How a task of the régie is closed; when by a refund, to whom and how much. `requestId` is the form's. */
export const closeIncidentInput = z.discriminatedUnion(
  "resolution",
  [
    resolveIncidentInput
      .extend({ resolution: z.literal("refund") })
      .extend(requestRefundInput.pick({ requestId: true, amount: true, holder: true, iban: true }).shape),
    resolveIncidentInput.extend({ resolution: z.enum(["matched", "kept_as_credit", "other"]) }),
  ],
  "Dites ce qui a été fait.",
);
export type CloseIncidentInput = z.infer<typeof closeIncidentInput>;
