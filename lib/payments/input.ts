import { z } from "zod";

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
