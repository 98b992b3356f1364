import { and, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { activities, reservations, slotOccurrences, slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { closeOccurrences } from "@/lib/catalogue/closures/close-occurrences";
import type { ClosureInput } from "@/lib/catalogue/closures/input";
import { closable } from "@/lib/catalogue/closures/queries";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { isThere } from "../attendance/rules";
import { lockPlacesOf, type Place } from "../lock-places";
import { releasePlaces } from "../release-places";
import { tellClosure } from "./tell-closure";

export type Closed = {
  closureId: string;
  slots: number;
  reservations: number;
  families: number;
  creditedCents: number;
};

/** Families book while a day is being closed; each try sees those of the try before. */
const TRIES = 8;

/**
 * Closes what opens on some days, in one act: every live reservation there is cancelled with its reason, what was paid
 * in advance comes back to the accounts, places held in baskets are freed, and each family is told once. A request that
 * comes at the same moment is refused (`slot_closed`) or cancelled with the others. Refuses with `nothing_open`, and
 * with `attendance_begun` where a child has been pointed.
 */
export async function closeSlots(ctx: Context, input: ClosureInput): Promise<Closed> {
  authorize(ctx, "planning:write");

  for (let tries = 0; tries < TRIES; tries += 1) {
    const closed = await inTransaction(ctx, (ctx) => close(ctx, input)).catch((error: unknown) => {
      if (error instanceof ChangedMeanwhile) return undefined;
      throw error;
    });
    if (closed) return closed;
  }
  throw new DomainError("changed_meanwhile");
}

/** Rolls back a try: someone has booked or closed between the locks of the places and those of the slots. */
class ChangedMeanwhile extends Error {}

/**
 * Households, reservations, then slots: the order of everyone who changes reservations. Once the slots are locked, nobody
 * books them any more; who waits for that lock is refused by the database.
 */
async function close(ctx: Context, input: ClosureInput): Promise<Closed> {
  const occurrenceIds = await findClosable(ctx, input);
  if (occurrenceIds.length === 0) throw new DomainError("nothing_open");
  const places = await lockPlacesOf(ctx, await liveOn(ctx, occurrenceIds));
  if (places.some(({ status }) => isThere(status))) throw new DomainError("attendance_begun");
  const open = await lockOpen(ctx, occurrenceIds);
  const live = await liveOn(ctx, occurrenceIds);
  if (open.length !== occurrenceIds.length || live.length !== places.length) throw new ChangedMeanwhile();

  const creditedCents = await releasePlaces(ctx, places, {
    status: "cancelled",
    reason: "closure",
    note: input.reason,
  });
  const closureId = await closeOccurrences(ctx, { ...input, occurrenceIds });
  await recordEvent(ctx, {
    type: "slots.closed",
    subjectId: closureId,
    data: { ...input, slots: occurrenceIds.length, reservations: places.length, creditedCents },
  });
  const families = await tellFamilies(ctx, closureId, input, places);
  return { closureId, slots: occurrenceIds.length, reservations: places.length, families, creditedCents };
}

async function findClosable(ctx: Context, input: ClosureInput): Promise<number[]> {
  const rows = await ctx.db
    .select({ id: sql<number>`o.id::int` })
    .from(sql`${slotOccurrences} o join ${slots} s on s.id = o.slot_id join ${activities} a on a.id = s.activity_id`)
    .where(closable(ctx, input))
    .orderBy(sql`o.id`);
  return rows.map(({ id }) => id);
}

async function liveOn({ db }: Context, occurrenceIds: number[]): Promise<number[]> {
  const rows = await db
    .select({ id: reservations.id })
    .from(reservations)
    .where(
      and(inArray(reservations.occurrenceId, occurrenceIds), notInArray(reservations.status, ["refused", "cancelled"])),
    );
  return rows.map(({ id }) => id);
}

/** Without those that another agent was closing at the same moment. */
const lockOpen = ({ db }: Context, ids: number[]) =>
  db
    .select({ id: slotOccurrences.id })
    .from(slotOccurrences)
    .where(and(inArray(slotOccurrences.id, ids), isNull(slotOccurrences.closedReason)))
    .orderBy(slotOccurrences.id)
    .for("no key update");

async function tellFamilies(ctx: Context, closureId: string, input: ClosureInput, places: Place[]): Promise<number> {
  const byHousehold = new Map<string, Place[]>();
  for (const place of places)
    byHousehold.set(place.householdId, [...(byHousehold.get(place.householdId) ?? []), place]);
  for (const [householdId, places] of byHousehold) {
    await recordEvent(ctx, {
      type: "reservation.closed",
      householdId,
      subjectId: closureId,
      data: { reason: input.reason, reservations: places.map(({ id }) => id) },
    });
  }
  await tellClosure(ctx, { closureId, reason: input.reason, byHousehold });
  return byHousehold.size;
}
