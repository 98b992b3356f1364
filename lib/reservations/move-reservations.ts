import { sql } from "drizzle-orm";
import type { Awaiting, ReservationStatus } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { enqueue, enqueueAll } from "@/lib/jobs/enqueue";

export type Move = {
  id: number;
  /** What the account is charged for it, or given back when negative. */
  effectCents?: number;
  /** Until when a request keeps its place. */
  holdExpiresAt?: Date;
};

type Change = {
  status: ReservationStatus;
  /** What a request waits for; required by the state. */
  awaiting?: Awaiting | null;
  reason: string;
  /** In a person's own words. */
  note?: string | null;
};

/**
 * Moves reservations to a state, each with a row that says who, when, why and with which effect on the account. Plumbing
 * of the commands of this domain: they have authorized, locked the rows in id order and checked the transition. Returns
 * the number of each change. Who waits for a place that this frees is served once it is committed, and what was invoiced
 * for a place given up is credited.
 */
export function moveReservations(ctx: Context, moves: Move[], change: Change): Promise<Map<number, number>> {
  return moves.length === 0 ? Promise.resolve(new Map()) : move(ctx, moves, change);
}

async function move(ctx: Context, moves: Move[], { status, awaiting = null, reason, note = null }: Change) {
  const { db, actor, now } = ctx;
  const accountId = "accountId" in actor ? actor.accountId : null;
  const rows = moves.map(({ id, effectCents = 0, holdExpiresAt }) => ({ id, effectCents, holdExpiresAt }));
  const changes = await db.execute<{ id: string; reservationId: string }>(sql`
    with moved as (
      update reservations r set status = ${status}, awaiting = ${awaiting}, hold_expires_at = m."holdExpiresAt",
        paid_cents = r.paid_cents + m."effectCents"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (
        id bigint, "effectCents" int, "holdExpiresAt" timestamptz
      )
      where r.id = m.id
      returning r.id, m."effectCents"
    )
    insert into reservation_changes (reservation_id, status, reason, note, effect_cents, actor_kind, account_id, at)
    select id, ${status}, ${reason}, ${note}, "effectCents", ${actor.kind}, ${accountId}::uuid, ${now.toISOString()}::timestamptz
    from moved order by id
    returning id, reservation_id as "reservationId"`);
  if (givesPlaceBack(status)) await serveWaiting(ctx, moves);
  if (isOver(status)) await creditBilled(ctx, moves);
  return new Map(changes.map(({ id, reservationId }) => [Number(reservationId), Number(id)]));
}

const givesPlaceBack = (status: ReservationStatus) =>
  status === "refused" || status === "cancelled" || status === "absent_charged" || status === "absent_excused";

async function serveWaiting(ctx: Context, moves: Move[]): Promise<void> {
  const [waited] = await ctx.db.execute(sql`
    select from reservations r join slot_occurrences o on o.id = r.occurrence_id
    where r.id = any(${sql.param(moves.map(({ id }) => id))}::bigint[]) and o.waiting > 0 limit 1`);
  if (waited) await enqueue(ctx, "offer-waiting-places", {});
}

const isOver = (status: ReservationStatus) =>
  status === "refused" || status === "cancelled" || status === "absent_excused";

/** One job per household with something to credit: the credit note is written apart, and tells the family. */
async function creditBilled(ctx: Context, moves: Move[]): Promise<void> {
  const owners = await ctx.db.execute<{ householdId: string }>(sql`
    select distinct r.household_id as "householdId"
    from reservations r join billed_reservations b on b.reservation_id = r.id
    where r.id = any(${sql.param(moves.map(({ id }) => id))}::bigint[])`);
  await enqueueAll(ctx, "credit-released", [...owners]);
}
