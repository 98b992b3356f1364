import { z } from "zod";
import { clockTime, fromJson, wholeNumber } from "../common-input";

const skip = z
  .object({
    weekends: z.boolean(),
    publicHolidays: z.boolean(),
    closedDays: z.boolean(),
    schoolHolidays: z.boolean(),
  })
  .partial();

const common = { time: clockTime, skip: skip.optional(), onSkippedDay: z.enum(["earlier", "stay"]).optional() };

/** When one may still book or cancel, of every kind of handbook §3.1. */
const deadlineRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none"), ...common }),
  z.object({
    kind: z.literal("daysBefore"),
    days: wholeNumber("Donnez un nombre de jours entre 0 et 90.", 0, 90),
    count: z.enum(["calendar", "working", "school"]),
    ...common,
  }),
  z.object({
    kind: z.literal("weekdayBefore"),
    weekday: z.number().int().min(1).max(7),
    weeks: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    ...common,
  }),
  z.object({
    kind: z.literal("dayOfPreviousMonth"),
    day: wholeNumber("Donnez un jour du mois, entre 1 et 31.", 1, 31),
    ...common,
  }),
  z.object({
    kind: z.literal("hoursBefore"),
    hours: wholeNumber("Donnez un nombre d’heures entre 0 et 720.", 0, 720),
    ...common,
  }),
]);

/** A rule as the editor sends it. */
export const deadlineInput = fromJson(deadlineRule);
