import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { type AttendanceState, attendanceRecords, type ReservationStatus, slotOccurrences } from "@/db/schema";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { UnexpectedChildInput } from "./input";

type Where = Pick<UnexpectedChildInput, "childId" | "slotId" | "date">;

/** A reservation that is being pointed: the live one of the child and slot, else the last one that is over. */
export type Pointed = { id: number; householdId: string; occurrenceId: number; status: ReservationStatus };

/** Nobody is there before the day has come. */
export function assertPointable({ now }: Context, { date }: Where): void {
  if (date > dateOf(now)) throw new DomainError("attendance_too_early");
}

/** Locks what is being pointed, so that two animators touch the same child one after the other. */
export const lockPointed = async ({ db }: Context, { childId, slotId, date }: Where): Promise<Pointed | undefined> => {
  const [pointed] = await db.execute<Pointed>(sql`
    select r.id::int as id, r.household_id as "householdId", r.occurrence_id::int as "occurrenceId", r.status
    from reservations r join slot_occurrences o on o.id = r.occurrence_id
    where o.slot_id = ${slotId} and o.date = ${date} and r.child_id = ${childId}
    order by r.status not in ('refused', 'cancelled') desc, r.id desc limit 1
    for update of r`);
  return pointed;
};

/** Whether there is a place left; nobody takes it until the transaction ends. */
export const lockRoom = async ({ db }: Context, occurrenceId: number): Promise<boolean> => {
  const [room] = await db
    .select({ capacity: slotOccurrences.capacity, taken: slotOccurrences.taken })
    .from(slotOccurrences)
    .where(eq(slotOccurrences.id, occurrenceId))
    .for("no key update");
  return room !== undefined && room.taken < room.capacity;
};

/** Whether this very pointing has been written: an answer was lost, and the tablet sends it again. */
export const isKnown = async ({ db }: Context, key: string): Promise<boolean> => {
  const [known] = await db
    .select({ id: attendanceRecords.id })
    .from(attendanceRecords)
    .where(eq(attendanceRecords.clientKey, key));
  return known !== undefined;
};

/** Whether someone has pointed the child since then: that pointing counts, this one is kept beside it. */
export const isOvertaken = async ({ db }: Context, { childId, slotId, date }: Where, at: Date): Promise<boolean> => {
  const [later] = await db.execute(sql`
    select from attendance_records a
    join reservations r on r.id = a.reservation_id
    join slot_occurrences o on o.id = r.occurrence_id
    where o.slot_id = ${slotId} and o.date = ${date} and r.child_id = ${childId} and a.at > ${at.toISOString()} limit 1`);
  return later !== undefined;
};

/** The clock of a tablet may be wrong: nothing has been touched in the future. */
export const tappedAt = ({ now }: Context, at: string): Date => new Date(Math.min(Date.parse(at), now.getTime()));

type Kept = {
  reservationId: number;
  key: string;
  state: AttendanceState;
  at: Date;
  found: ReservationStatus | null;
  leftAt?: Date;
  collectedBy?: string | null;
};

/** Keeps a pointing; `found` is null when it changed nothing. False when a copy of it came at the same moment. */
export const keepRecord = async (ctx: Context, { key, ...kept }: Kept): Promise<boolean> => {
  const [row] = await ctx.db
    .insert(attendanceRecords)
    .values({
      ...kept,
      clientKey: key,
      recordedAt: ctx.now,
      accountId: "accountId" in ctx.actor ? ctx.actor.accountId : null,
    })
    .onConflictDoNothing({ target: attendanceRecords.clientKey })
    .returning({ id: attendanceRecords.id });
  return row !== undefined;
};

/** What the first pointing since the last undoing had found; undefined when there is nothing to take back. */
export const foundFirst = async ({ db }: Context, reservationId: number): Promise<ReservationStatus | undefined> => {
  const records = await db
    .select({ state: attendanceRecords.state, found: attendanceRecords.found })
    .from(attendanceRecords)
    .where(and(eq(attendanceRecords.reservationId, reservationId), isNotNull(attendanceRecords.found)))
    .orderBy(asc(attendanceRecords.id));
  const lastUndone = records.findLastIndex(({ state }) => state === "undone");
  return records[lastUndone + 1]?.found ?? undefined;
};
