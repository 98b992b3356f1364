import { z } from "zod";

/** What a form sends is text: an empty field takes the number back. */
export const plannedAdultsInput = z.object({
  occurrenceId: z.coerce.number().int().positive(),
  adults: z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, "Écrivez un nombre d’adultes, ou laissez vide."),
});
export type PlannedAdultsInput = z.infer<typeof plannedAdultsInput>;
