import { and, asc, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { activities, households, persons, reservations, slotOccurrences, slots } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { CellsInput } from "./input";

/** What decides what may become of a reservation, and what it gives back. */
export type Place = Awaited<ReturnType<typeof lockReservations>>[number];

/**
 * Locks the households first, because money may move, then their live reservations in id order: everyone who changes
 * reservations does it in this order. Plumbing of the commands of this domain, which have authorized.
 */
export function lockPlaces(ctx: Context, { householdId, cells }: CellsInput): Promise<Place[]> {
  const wanted = sql`(${reservations.childId}, ${slotOccurrences.slotId}, ${slotOccurrences.date}) in (${wantedCells(cells)})`;
  return lockHouseholds(ctx, [householdId]).then(() =>
    lockReservations(ctx, and(eq(reservations.householdId, householdId), wanted)),
  );
}

/** The same for reservations of several households, known by their numbers. */
export function lockPlacesOf(ctx: Context, ids: number[]): Promise<Place[]> {
  return ids.length === 0 ? Promise.resolve([]) : lockThese(ctx, ids);
}

async function lockThese(ctx: Context, ids: number[]): Promise<Place[]> {
  const owners = await ctx.db
    .selectDistinct({ id: reservations.householdId })
    .from(reservations)
    .where(inArray(reservations.id, ids));
  await lockHouseholds(
    ctx,
    owners.map(({ id }) => id),
  );
  return lockReservations(ctx, inArray(reservations.id, ids));
}

/** The same for places of a household that were cancelled, in the order of their numbers. */
export function lockCancelled(ctx: Context, { householdId, cells }: CellsInput): Promise<Place[]> {
  const wanted = sql`(${reservations.childId}, ${slotOccurrences.slotId}, ${slotOccurrences.date}) in (${wantedCells(cells)})`;
  const which = and(eq(reservations.householdId, householdId), eq(reservations.status, "cancelled"), wanted);
  return lockHouseholds(ctx, [householdId]).then(() => selectPlaces(ctx, which).for("update", { of: reservations }));
}

const lockHouseholds = ({ db }: Context, ids: string[]) =>
  db
    .select({ id: households.id })
    .from(households)
    .where(inArray(households.id, ids))
    .orderBy(asc(households.id))
    .for("no key update");

const lockReservations = (ctx: Context, which: SQL | undefined) =>
  readPlaces(ctx, which).for("update", { of: reservations });

/** Live reservations and all that decides about them, in the order of their numbers. */
export const readPlaces = (ctx: Context, which: SQL | undefined) =>
  selectPlaces(ctx, and(which, notInArray(reservations.status, ["refused", "cancelled"])));

const selectPlaces = ({ db }: Context, which: SQL | undefined) =>
  db
    .select({
      id: reservations.id,
      householdId: reservations.householdId,
      childId: reservations.childId,
      child: persons.firstName,
      occurrenceId: reservations.occurrenceId,
      slotId: slotOccurrences.slotId,
      slot: slots.label,
      date: slotOccurrences.date,
      startsAt: slots.startsAt,
      endsAt: slots.endsAt,
      status: reservations.status,
      awaiting: reservations.awaiting,
      holdExpiresAt: reservations.holdExpiresAt,
      priceCents: reservations.priceCents,
      paidCents: reservations.paidCents,
      capacity: slotOccurrences.capacity,
      taken: slotOccurrences.taken,
      waiting: slotOccurrences.waiting,
      bookingClosesAt: slotOccurrences.bookingClosesAt,
      cancellationClosesAt: slotOccurrences.cancellationClosesAt,
      activity: activities.name,
      approval: activities.approval,
      billing: activities.billingMode,
      holdMinutes: activities.holdMinutes,
      absencePolicy: activities.absencePolicy,
      revenueOfficeId: activities.revenueOfficeId,
    })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(persons, eq(persons.id, reservations.childId))
    .where(which)
    .orderBy(asc(reservations.id));

/** The cells of a gesture as rows, for `in (…)`. */
export const wantedCells = (cells: CellsInput["cells"]): SQL => sql`select * from unnest(
  ${sql.param(cells.map(({ childId }) => childId))}::uuid[],
  ${sql.param(cells.map(({ slotId }) => slotId))}::int[],
  ${sql.param(cells.map(({ date }) => date))}::text[]::date[]
)`;
