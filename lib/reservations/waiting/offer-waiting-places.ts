import { and, asc, eq, gt, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { reservations, slotOccurrences, slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { ageOn } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { env } from "@/lib/core/env";
import type { ErrorCode } from "@/lib/core/errors";
import { beginsAt } from "../cancellations/rules";
import { type Candidate, findCandidates } from "../find-candidates";
import { moveReservations } from "../move-reservations";
import { tellGuardians } from "../tell-guardians";
import { refusalOf } from "../wishes/rules";
import { offerUntil } from "./rules";
import { turnOf } from "./turn-of";

/** Enough for a town, few enough to hold locks briefly. */
const BATCH = 200;

/**
 * Offers places that are free to those who wait for them, in the order in which they came (I20), those of the commune first where the activity says so: the offer holds the
 * place until it is answered or over. Who may not come any more (left the activity, another age) leaves the list when
 * their turn comes. Lists whose booking has ended are closed. Returns how many places it offered.
 */
export async function offerWaitingPlaces(ctx: Context): Promise<number> {
  authorize(ctx, "jobs:run");

  await closeLists(ctx);
  let offered = 0;
  for (const occurrence of await listFreed(ctx)) {
    offered += await inTransaction(ctx, (ctx) => offerPlaces(ctx, occurrence)).catch((error: unknown) => {
      // Someone was faster: the next place to be freed is theirs.
      if (violatedConstraint(error) === "slot_occurrences_capacity_check") return 0;
      throw error;
    });
  }
  return offered;
}

/** Nobody is offered what can no longer be booked. */
const closeLists = (ctx: Context) =>
  inTransaction(ctx, async (ctx) => {
    const over = await ctx.db
      .select({ id: reservations.id })
      .from(reservations)
      .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
      .where(
        and(
          eq(reservations.status, "waitlisted"),
          or(
            lte(slotOccurrences.bookingClosesAt, ctx.now),
            isNotNull(slotOccurrences.closedReason),
            windowIsOver(ctx.now),
          ),
        ),
      )
      .orderBy(asc(reservations.id))
      .limit(BATCH)
      .for("update", { of: reservations, skipLocked: true });
    await moveReservations(ctx, over, { status: "refused", reason: "list_closed" });
  });

/** The window of the day has closed before its deadline. */
const windowIsOver = (now: Date) => sql`exists (
  select from booking_windows w join slots s on s.activity_id = w.activity_id
  where s.id = ${slotOccurrences.slotId} and ${slotOccurrences.date} between w.first_day and w.last_day
    and w.closes_at <= ${now.toISOString()}
)`;

type Freed = Awaited<ReturnType<typeof listFreed>>[number];

const listFreed = ({ db, now }: Context) =>
  db
    .select({
      id: slotOccurrences.id,
      slotId: slotOccurrences.slotId,
      date: slotOccurrences.date,
      startsAt: slots.startsAt,
      bookingClosesAt: slotOccurrences.bookingClosesAt,
    })
    .from(slotOccurrences)
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .where(
      and(
        gt(slotOccurrences.waiting, 0),
        lt(slotOccurrences.taken, slotOccurrences.capacity),
        gt(slotOccurrences.bookingClosesAt, now),
        isNull(slotOccurrences.closedReason),
      ),
    )
    .orderBy(asc(slotOccurrences.bookingClosesAt), asc(slotOccurrences.id))
    .limit(BATCH);

/** Those who wait are locked first, in their order; two runs at once serve one after the other. */
async function offerPlaces(ctx: Context, occurrence: Freed): Promise<number> {
  const rows = await ctx.db.execute<{ id: string; householdId: string; childId: string }>(sql`
    select r.id, r.household_id as "householdId", r.child_id as "childId"
    from reservations r
    join households h on h.id = r.household_id
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    where r.occurrence_id = ${occurrence.id} and r.status = 'waitlisted'
    order by ${turnOf(sql`h`)}, r.id
    limit ${BATCH}
    for update of r`);
  const waiting = rows.map(({ id, ...who }) => ({ id: Number(id), ...who }));
  const [room] = await ctx.db
    .select({ free: sql<number>`${slotOccurrences.capacity} - ${slotOccurrences.taken}` })
    .from(slotOccurrences)
    .where(eq(slotOccurrences.id, occurrence.id));

  let offered = 0;
  for (const { id, householdId, childId } of waiting) {
    if (offered >= (room?.free ?? 0)) break;
    const { slotId, date } = occurrence;
    const [candidate] = await findCandidates(ctx, { householdId, cells: [{ childId, slotId, date }] });
    const refusal = candidate && refusalNow(candidate, ctx.now);
    // A window that was set meanwhile only makes them wait for its opening.
    if (refusal === "booking_not_open") continue;
    if (!candidate?.price || refusal) {
      await moveReservations(ctx, [{ id }], { status: "refused", reason: "not_eligible" });
      continue;
    }
    const bookingClosesAt = candidate.occurrence?.closesAt ?? occurrence.bookingClosesAt;
    await offer(ctx, { id, householdId }, candidate.price, { ...occurrence, bookingClosesAt });
    offered += 1;
  }
  return offered;
}

/** Why who waits may not be served, leaving aside what their waiting has settled. */
function refusalNow(candidate: Candidate, now: Date): ErrorCode | undefined {
  const age = candidate.birthDate ? ageOn(candidate.birthDate, candidate.date) : null;
  // A paper that has expired meanwhile loses nobody their turn.
  const wish = { ...candidate, age, live: false, full: false, papers: null, priced: candidate.price !== undefined };
  return refusalOf(wish, now);
}

async function offer(
  ctx: Context,
  { id, householdId }: { id: number; householdId: string },
  { cents, trace }: NonNullable<Candidate["price"]>,
  occurrence: Freed,
): Promise<void> {
  const until = offerUntil(ctx.now, occurrence.bookingClosesAt, beginsAt(occurrence));
  await ctx.db.update(reservations).set({ priceCents: cents, pricing: trace }).where(eq(reservations.id, id));
  const change = { status: "requested", awaiting: "answer", reason: "offered" } as const;
  await moveReservations(ctx, [{ id, holdExpiresAt: until }], change);
  await recordEvent(ctx, { type: "waiting-place.offered", subjectId: String(id), householdId });
  await tellGuardians(ctx, {
    householdId,
    template: "waiting-place-offered",
    payload: { url: `${env().appUrl}/reservations?mois=${occurrence.date.slice(0, 7)}`, until: until.toISOString() },
    event: `waiting-place:${id}`,
  });
}
