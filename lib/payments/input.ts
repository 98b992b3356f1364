import { z } from "zod";
import { parseEuros } from "@/lib/core/money";

/** What became of something an agent had to look at; the note is kept with it. */
export const resolveIncidentInput = z.object({
  incidentId: z.coerce.number().int().positive(),
  resolution: z.enum(["matched", "kept_as_credit", "refund", "other"], "Dites ce qui a été fait."),
  note: z
    .string()
    .trim()
    .min(3, "Écrivez en quelques mots ce que vous avez vérifié.")
    .max(1000, "La note est trop longue : 1 000 caractères au plus."),
});
export type ResolveIncidentInput = z.infer<typeof resolveIncidentInput>;

/** What the drawer held when the day was closed; a difference wants a note. */
export const closeDayInput = z.object({
  revenueOfficeId: z.uuid(),
  countedCash: z
    .string()
    .trim()
    .refine((text) => parseEuros(text) !== undefined, "Écrivez ce que contient la caisse, par exemple 0 ou 45,20."),
  note: z.string().trim().max(500, "La note est trop longue : 500 caractères au plus.").default(""),
});
export type CloseDayInput = z.infer<typeof closeDayInput>;
