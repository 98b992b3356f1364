import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

const household = z.uuid("Choisissez un foyer.");
const noneOr = <T extends z.ZodType>(schema: T) => z.literal("").or(schema).optional();
const date = civilDateInput("Saisissez une date complète.");

/** A schedule as its form sends it, flat: a rhythm, then what takes over from it. */
export const custodyInput = z
  .object({
    householdId: z.uuid(),
    childId: z.uuid(),
    effectiveFrom: date,
    rhythm: z.enum(["weeks", "cycle", "none"], "Choisissez un rythme."),
    /** Who has the even weeks, or the first days of the cycle. */
    first: household,
    switchWeekday: z.coerce.number().int().min(1).max(7),
    switchTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Saisissez une heure, comme 18:00."),
    weekday: noneOr(z.coerce.number().int().min(1).max(7)),
    weekdayHousehold: noneOr(household),
    /** Who has the first half of the holidays in even years. */
    holidays: noneOr(household),
    exceptionFrom: noneOr(date),
    exceptionTo: noneOr(date),
    exceptionHousehold: noneOr(household),
    /** Exceptions still to come are kept, unless this says otherwise. */
    forgetExceptions: z.literal("on").optional(),
  })
  .refine(({ weekday, weekdayHousehold }) => !weekday || weekdayHousehold, {
    path: ["weekdayHousehold"],
    error: "Choisissez un foyer.",
  })
  .refine((typed) => !typed.exceptionFrom || (typed.exceptionTo && typed.exceptionFrom <= typed.exceptionTo), {
    path: ["exceptionTo"],
    error: "Saisissez un dernier jour, qui ne soit pas avant le premier.",
  })
  .refine(({ exceptionFrom, exceptionHousehold }) => !exceptionFrom || exceptionHousehold, {
    path: ["exceptionHousehold"],
    error: "Choisissez un foyer.",
  });
export type CustodyInput = z.infer<typeof custodyInput>;
