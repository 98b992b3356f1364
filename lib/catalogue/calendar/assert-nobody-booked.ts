import { and, eq, inArray, notInArray } from "drizzle-orm";
import { reservations, slotOccurrences } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { dayInWords } from "@/lib/core/format-date";

/**
 * Refuses with `still_booked`, and the number of places and the last day, while children hold places on occurrences.
 * Plumbing of the commands of this domain, which have authorized.
 */
export function assertNobodyBooked(ctx: Context, occurrenceIds: number[]): Promise<void> {
  return occurrenceIds.length === 0 ? Promise.resolve() : check(ctx, occurrenceIds);
}

async function check({ db }: Context, occurrenceIds: number[]): Promise<void> {
  const booked = await db
    .select({ date: slotOccurrences.date })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .where(
      and(inArray(reservations.occurrenceId, occurrenceIds), notInArray(reservations.status, ["refused", "cancelled"])),
    )
    .orderBy(slotOccurrences.date);
  const last = booked.at(-1);
  if (!last) return;
  throw new DomainError("still_booked", {
    bookings: booked.length,
    lastDay: last.date,
    message: `${booked.length === 1 ? "Un enfant y est encore réservé" : `${booked.length} places y sont encore réservées`}, jusqu’au ${dayInWords(last.date)} : rien n’a été changé. Fermez ces jours depuis le planning : les familles seront prévenues et recréditées.`,
  });
}
