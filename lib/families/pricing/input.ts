import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const sources = ["caf", "msa", "tax_notice", "declared"] as const;

/** A family's quotient familial, as an agent reads it on the paper that proves it. */
export const recordQuotientInput = z.object({
  householdId: z.uuid(),
  value: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, "Saisissez un nombre entier, comme 940.")
    .transform(Number),
  source: z.enum(sources, "Choisissez d’où vient ce quotient."),
  effectiveFrom: civilDateInput("Saisissez une date complète."),
});
export type RecordQuotientInput = z.output<typeof recordQuotientInput>;

export const setTariffCategoryInput = z.object({
  householdId: z.uuid(),
  tariffCategory: z.enum(["resident", "nonResident"], "Choisissez un tarif."),
});
export type SetTariffCategoryInput = z.infer<typeof setTariffCategoryInput>;
