import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const cell = z.object({
  childId: z.uuid(),
  slotId: z.int().positive(),
  date: civilDateInput(),
});

/** Several cells in one gesture are one action; the household is the one the page was drawn for. */
export const cellsInput = z.object({
  householdId: z.uuid(),
  cells: z.array(cell).min(1, "Choisissez au moins un créneau.").max(400, "Choisissez moins de créneaux à la fois."),
});
export type CellsInput = z.infer<typeof cellsInput>;

/** With what one may say about it; the structure and both guardians read it. */
export const notedCellsInput = cellsInput.extend({
  note: z.string().trim().max(300, "Votre message est trop long : 300 caractères au plus.").optional(),
});
export type NotedCellsInput = z.infer<typeof notedCellsInput>;

/** What an agent does past a deadline is always explained. */
export const reasonedCellsInput = cellsInput.extend({
  note: z
    .string()
    .trim()
    .default("")
    .pipe(
      z
        .string()
        .min(3, "Dites pourquoi : la famille lira ce motif.")
        .max(300, "Ce motif est trop long : 300 caractères au plus."),
    ),
});
export type ReasonedCellsInput = z.infer<typeof reasonedCellsInput>;

export const dayInput = z.object({ householdId: z.uuid(), date: civilDateInput() });
export type DayInput = z.infer<typeof dayInput>;
