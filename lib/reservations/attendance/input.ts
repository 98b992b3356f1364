import { z } from "zod";
import { civilDateInput } from "@/lib/core/civil-date-input";

/** The sheet, as its address says it; without a slot, one is chosen. */
export const rollCallInput = z.object({
  jour: civilDateInput().optional().catch(undefined),
  creneau: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
});

/** A child found by a piece of a name; one letter would list half the town. */
export const childSearchInput = z.object({ q: z.string().trim().max(100).catch("") });

const pointed = z.object({
  key: z.uuid(),
  childId: z.uuid(),
  slotId: z.int().positive(),
  date: civilDateInput(),
  at: z.iso.datetime(),
});

export const unexpectedChildInput = pointed;
export type UnexpectedChildInput = z.infer<typeof unexpectedChildInput>;

export const attendanceInput = pointed.extend({ state: z.enum(["present", "absent"]) });
export type AttendanceInput = z.infer<typeof attendanceInput>;

export const undoInput = pointed;
export type UndoInput = z.infer<typeof undoInput>;

/** A child who goes home: when, if not at the touch, and with whom, if it is said. */
export const departureInput = pointed.extend({
  leftAt: z.iso.datetime().optional(),
  collectedBy: z.string().trim().max(120).optional(),
});
export type DepartureInput = z.infer<typeof departureInput>;

/** What a tablet has kept since it last had a network; it sends the rest in the next call. */
export const tapsInput = z.object({
  taps: z
    .array(departureInput.extend({ state: z.enum(["present", "absent", "undone", "left"]) }))
    .min(1)
    .max(100),
});
export type TapsInput = z.infer<typeof tapsInput>;
