import { z } from "zod";
import { parseEuros } from "@/lib/core/money";
import { templateProblem } from "../numbers/rules";

/** A date like any other: what a template gives depends on its length only. */
const SAMPLE_DATE = "2026-09-18";

const text = (most: number) => z.string().trim().max(most, `Ce texte est trop long : ${most} caractères au plus.`);
const template = z.string().trim().min(1, "Donnez un modèle de numéro.").max(60, "Ce modèle est trop long.");

export const invoiceSettingsInput = z
  .object({
    revenueOfficeId: z.uuid(),
    series: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{1,6}$/, "De une à six lettres ou chiffres, sans accent ni espace."),
    numberTemplate: template,
    creditTemplate: template,
    dueDays: z.coerce
      .number("Donnez un nombre de jours.")
      .int("Donnez un nombre de jours.")
      .min(0, "De 0 à 90 jours.")
      .max(90, "De 0 à 90 jours."),
    paymentTerms: text(600),
    vatMention: text(300),
    disputeContact: text(300),
  })
  .superRefine((settings, check) => {
    for (const name of ["numberTemplate", "creditTemplate"] as const) {
      const problem = templateProblem({ template: settings[name], series: settings.series, date: SAMPLE_DATE });
      if (problem) check.addIssue({ code: "custom", path: [name], message: problem });
    }
    if (settings.numberTemplate === settings.creditTemplate)
      check.addIssue({
        code: "custom",
        path: ["creditTemplate"],
        message: "Les avoirs ont leur propre série : donnez-leur un autre modèle.",
      });
  });
export type InvoiceSettingsInput = z.infer<typeof invoiceSettingsInput>;

const AMOUNT = "Écrivez un montant en euros, par exemple 100 ou 12,50.";
const euros = z
  .string()
  .trim()
  .refine((text) => parseEuros(text) !== undefined, AMOUNT)
  .transform((text) => parseEuros(text) ?? 0);
const days = z.coerce
  .number("Donnez un nombre de jours.")
  .int("Donnez un nombre de jours.")
  .min(1, "De 1 à 180 jours.")
  .max(180, "De 1 à 180 jours.");

/** The thresholds of a régie as they are typed, in euros and days; an empty ceiling is none. */
export const officeRulesInput = z
  .object({
    revenueOfficeId: z.uuid(),
    cashCeiling: z
      .literal("")
      .transform(() => null)
      .or(euros),
    secondAgentAbove: euros,
    smallestInvoice: euros,
    firstReminderDays: days,
    secondReminderDays: days,
  })
  .refine(({ firstReminderDays, secondReminderDays }) => firstReminderDays < secondReminderDays, {
    path: ["secondReminderDays"],
    error: "La seconde relance vient après la première.",
  });
export type OfficeRulesInput = z.output<typeof officeRulesInput>;
