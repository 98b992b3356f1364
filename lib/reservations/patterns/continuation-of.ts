import { eq } from "drizzle-orm";
import { type patterns, reservations, slotOccurrences } from "@/db/schema";
import { addDays } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { PlanScope } from "./compose-plan";

/**
 * What is left of a pattern to be booked, without whatever it has asked for before. Refuses with `already_decided` when
 * nothing is left. Plumbing of the commands of this domain.
 */
export const continuationOf = async (
  { db }: Context,
  { id, householdId, plan, lastDay, bookedThrough }: typeof patterns.$inferSelect,
): Promise<PlanScope> => {
  if (!bookedThrough)
    throw new DomainError("already_decided", { message: "Cette semaine type est réservée en entier." });
  const asked = await db
    .select({ childId: reservations.childId, slotId: slotOccurrences.slotId, date: slotOccurrences.date })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .where(eq(reservations.patternId, id));
  const without = new Set(asked.map(({ childId, slotId, date }) => `${childId} ${slotId} ${date}`));
  return { householdId, plan, from: addDays(bookedThrough, 1), to: lastDay, isMonthly: true, without };
};
