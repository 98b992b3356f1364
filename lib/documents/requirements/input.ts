import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const validityKinds = ["months", "untilDate", "schoolYear", "forever"] as const;

/** What the organisation asks families for; without `id`, a new paper. */
export const saveRequirementInput = z
  .object({
    id: z.literal("").or(z.uuid()).optional(),
    label: z.string().trim().min(3, "Donnez un nom à cette pièce.").max(100, "Ce nom est trop long."),
    help: z.string().trim().max(300, "Raccourcissez cette explication : 300 caractères au plus.").optional(),
    appliesTo: z.enum(["household", "adult", "child"], "Choisissez à qui elle est demandée."),
    validity: z.enum(validityKinds, "Choisissez une durée."),
    months: z.string().trim().optional(),
    untilDate: z.literal("").or(civilDateInput("Saisissez une date complète.")).optional(),
    remindDaysBefore: z.coerce
      .number("Saisissez un nombre de jours.")
      .int("Saisissez un nombre entier.")
      .min(1, "Un jour au moins.")
      .max(120, "120 jours au plus."),
    isHealth: z.literal("on").optional(),
    blocksBooking: z.literal("on").optional(),
    isActive: z.literal("on").optional(),
  })
  .refine(({ validity, months }) => validity !== "months" || isMonths(months), {
    path: ["months"],
    error: "Saisissez un nombre de mois, de 1 à 120.",
  })
  .refine(({ validity, untilDate }) => validity !== "untilDate" || Boolean(untilDate), {
    path: ["untilDate"],
    error: "Saisissez la date jusqu’à laquelle elle vaut.",
  });
export type SaveRequirementInput = z.output<typeof saveRequirementInput>;

const isMonths = (text: string | undefined): boolean =>
  /^\d{1,3}$/.test(text ?? "") && Number(text) >= 1 && Number(text) <= 120;
