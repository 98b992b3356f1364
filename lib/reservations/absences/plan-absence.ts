import { and, between, desc, eq, inArray, lt, ne, sql } from "drizzle-orm";
import { absencePlaces, absences, reservations, slotOccurrences } from "@/db/schema";
import { addDays, type CivilDate, dateOf, daysFrom, instantOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { cancellationOf } from "../cancellations/rules";
import { type Place, readPlaces } from "../lock-places";
import type { AbsenceDaysInput } from "./input";
import { type AbsenceOutcome, DAYS_BACK, goesOn, MOST_DAYS, outcomeOf, proofDueAt } from "./rules";

export type MissedPlace = { place: Place; outcome: AbsenceOutcome };

export function assertDays({ from, to }: AbsenceDaysInput, now: Date): void {
  const today = dateOf(now);
  if (daysFrom(from, to) >= MOST_DAYS) throw tooFar("to", `Une absence se déclare pour ${MOST_DAYS} jours au plus.`);
  if (from < addDays(today, -DAYS_BACK)) throw tooFar("from", "Ce jour est trop ancien : écrivez à la structure.");
}

const tooFar = (field: string, message: string) => new DomainError("invalid_input", { fields: { [field]: [message] } });

/** The places of a child on some days, as they are now. */
export const findMissable = (ctx: Context, { householdId, childId, from, to }: AbsenceDaysInput) =>
  readPlaces(
    ctx,
    and(
      eq(reservations.householdId, householdId),
      eq(reservations.childId, childId),
      inArray(reservations.status, ["booked", "absent_charged"]),
      between(slotOccurrences.date, from, to),
    ),
  );

/**
 * What an absence makes of each place: those to come, and those that an agent has pointed as missed and that a proof
 * still excuses. A service that is over and not pointed is left to the structure.
 */
export const planAbsence = async (ctx: Context, places: Place[], from: CivilDate): Promise<MissedPlace[]> => {
  const declared = await findDeclared(
    ctx,
    places.map(({ id }) => id),
  );
  return places
    .filter((place) => !declared.has(place.id) && isMissable(place, ctx.now))
    .map((place) => {
      const cancels = cancellationOf(place, ctx.now) === "in_time";
      return { place, outcome: outcomeOf({ ...place, cancels }, from) };
    });
};

function isMissable(place: Place, now: Date): boolean {
  if (place.status === "booked") return now < instantOf(place.date, place.endsAt.slice(0, 5));
  return place.absencePolicy.proofRequired && now < proofDueAt(place.date, place.absencePolicy);
}

/** Those that an absence is about already. */
async function findDeclared({ db }: Context, ids: number[]): Promise<Set<number>> {
  const rows = await db
    .select({ id: absencePlaces.reservationId })
    .from(absencePlaces)
    .innerJoin(absences, eq(absences.id, absencePlaces.absenceId))
    .innerJoin(reservations, eq(reservations.id, absencePlaces.reservationId))
    .where(
      and(
        inArray(absencePlaces.reservationId, ids),
        ne(absences.status, "withdrawn"),
        eq(reservations.status, "absent_charged"),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** Where the days of carence are counted from: the beginning of the absence that this one goes on with, if any. */
export const countedFrom = async ({ db }: Context, { childId, from }: AbsenceDaysInput): Promise<CivilDate> => {
  const [before] = await db
    .select({ lastDay: absences.lastDay, countedFrom: absences.countedFrom })
    .from(absences)
    .where(and(eq(absences.childId, childId), ne(absences.status, "withdrawn"), lt(absences.firstDay, from)))
    .orderBy(desc(absences.lastDay), sql`${absences.declaredAt} desc`)
    .limit(1);
  return before && goesOn(before.lastDay, from) ? before.countedFrom : from;
};

/** The last moment for a proof: that of the place which leaves the most time. */
export function latestProof(missed: MissedPlace[]): Date | null {
  const ends = missed
    .filter(({ outcome }) => outcome === "prove")
    .map(({ place }) => proofDueAt(place.date, place.absencePolicy).getTime());
  return ends.length > 0 ? new Date(Math.max(...ends)) : null;
}
