import { violatedConstraint } from "@/lib/core/database-errors";
import type { ErrorCode } from "@/lib/core/errors";

/** What the database refuses when someone else was faster: the last word on places and on double bookings. */
const races: Record<string, ErrorCode> = {
  slot_occurrences_capacity_check: "slot_full",
  slot_occurrences_closed_check: "slot_closed",
  reservations_child_occurrence_live_unique: "already_booked",
};

/** Why a race for a place was lost; undefined for any other error. */
export const explainRace = (error: unknown): ErrorCode | undefined => races[violatedConstraint(error) ?? ""];
