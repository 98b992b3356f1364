import { z } from "zod";
import { daysFrom } from "@/lib/core/calendar";
import { civilDateInput } from "@/lib/core/civil-date-input";

const day = civilDateInput("Choisissez un jour.");
/** A school year and its summer. */
const MOST_DAYS = 400;
const monday = civilDateInput();

const rhythm = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("weekly") }),
  z.object({ kind: z.literal("parity") }),
  z.object({ kind: z.literal("alternate"), from: monday }),
  z.object({ kind: z.literal("weeks"), mondays: z.array(monday).min(1, "Choisissez au moins une semaine.").max(60) }),
]);

const slot = z.object({
  childId: z.uuid(),
  slotId: z.int().positive(),
  weekday: z.int().min(1).max(7),
  turn: z.enum(["a", "b"]),
});

const exception = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "Le dernier jour vient avant le premier." });

/** A week to book from a day to another, both included. */
export const patternInput = z
  .object({
    householdId: z.uuid(),
    plan: z.object({
      rhythm,
      slots: z
        .array(slot)
        .min(1, "Cochez au moins un créneau de la semaine.")
        .max(400, "Cette semaine compte trop de créneaux."),
      except: z.array(exception).max(20, "Vingt exceptions au plus."),
    }),
    from: day,
    to: day,
    /** What is paid in advance is booked month after month. */
    isMonthly: z.boolean(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "Le dernier jour vient avant le premier." })
  .refine(({ from, to }) => daysFrom(from, to) <= MOST_DAYS, { path: ["to"], error: "Choisissez une année au plus." });
export type PatternInput = z.infer<typeof patternInput>;

const confirmation = {
  /** Names the preview that was read: what it promised is done, or nothing is. */
  fingerprint: z.string().max(100),
  /** Full slots are waited for. */
  joinsWaitingList: z.boolean(),
};

export const createPatternInput = patternInput.safeExtend(confirmation);
export type CreatePatternInput = z.infer<typeof createPatternInput>;

export const patternIdInput = z.object({ householdId: z.uuid(), patternId: z.uuid() });
export type PatternIdInput = z.infer<typeof patternIdInput>;

export const continuePatternInput = patternIdInput.safeExtend(confirmation);
export type ContinuePatternInput = z.infer<typeof continuePatternInput>;

export const householdInput = z.object({ householdId: z.uuid() });
export type HouseholdInput = z.infer<typeof householdInput>;
