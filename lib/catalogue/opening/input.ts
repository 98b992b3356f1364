import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";
import { civilDate, fromJson, text, wholeNumber } from "../common-input";

const slotId = z.coerce.number().int();

/** Which days of a period open: school days, Wednesdays and named holidays, by weekday (1 is Monday). */
export const recipeSchema = z
  .object({
    from: civilDate,
    to: civilDate,
    schoolDays: z.boolean(),
    wednesdays: z.boolean(),
    /** First day off of each of the holidays that are chosen. */
    holidays: z.array(civilDateInput()).max(12),
    weekdays: z.array(z.number().int().min(1).max(7)).min(1, "Choisissez au moins un jour de la semaine."),
  })
  .refine(({ from, to }) => from <= to, "La fin de la période est avant son début.")
  .refine(
    ({ schoolDays, wednesdays, holidays }) => schoolDays || wednesdays || holidays.length > 0,
    "Choisissez les jours d’école, les mercredis ou des vacances.",
  );

export const publishCalendarInput = z.object({ slotId, recipe: fromJson(recipeSchema) });
export type PublishCalendarInput = z.infer<typeof publishCalendarInput>;

const days = z.object({ slotId, from: civilDate, to: civilDate });
const isInOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const order = { path: ["to"], error: "Ce jour est avant le premier." };

export const daysInput = days.refine(isInOrder, order);
export type DaysInput = z.infer<typeof daysInput>;

export const closeDaysInput = days
  .extend({ reason: text("Dites pourquoi : les familles le liront.", 80) })
  .refine(isInOrder, order);
export type CloseDaysInput = z.infer<typeof closeDaysInput>;

/** `to` empty: every day from the first on. */
export const capacityInput = z.object({
  slotId,
  from: civilDate,
  to: z
    .literal("")
    .or(civilDate)
    .transform((typed) => typed || null),
  capacity: wholeNumber("Donnez le nombre de places, de 0 à 5 000.", 0, 5000),
});
export type CapacityInput = z.infer<typeof capacityInput>;
