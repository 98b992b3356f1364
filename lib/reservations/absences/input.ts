import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const day = civilDateInput("Choisissez un jour.");

export const absenceDaysInput = z
  .object({ householdId: z.uuid(), childId: z.uuid("Choisissez un enfant."), from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "Le dernier jour vient avant le premier." });
export type AbsenceDaysInput = z.infer<typeof absenceDaysInput>;

export const declareAbsenceInput = absenceDaysInput.safeExtend({
  reason: z.enum(["illness", "other"], "Choisissez un motif."),
  note: z.string().trim().max(300, "Votre message est trop long : 300 caractères au plus.").optional(),
});
export type DeclareAbsenceInput = z.infer<typeof declareAbsenceInput>;
