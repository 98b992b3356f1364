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

export const dayInput = z.object({ householdId: z.uuid(), date: civilDateInput() });
export type DayInput = z.infer<typeof dayInput>;
