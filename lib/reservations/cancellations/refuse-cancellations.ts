import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { lockDemands } from "../approvals/lock-demands";
import type { Place } from "../lock-places";
import { moveReservations } from "../move-reservations";
import { tellGuardians } from "../tell-guardians";

/**
 * Refuses to cancel after the deadline, for a reason that the family reads: the places stay booked, and due; those where
 * the child was pointed absent meanwhile are absences that are charged.
 */
export async function refuseCancellations(
  ctx: Context,
  { ids, reason }: { ids: number[]; reason: string },
): Promise<void> {
  authorize(ctx, "requests:review");

  await inTransaction(ctx, async (ctx) => {
    const demands = await lockDemands(ctx, ids, ({ status }) => status === "cancellation_requested");
    const { householdId, places, first } = demands;
    const missed = await findMissed(ctx, ids);
    const change = { reason: "cancellation_refused", note: reason };
    const kept = places.filter(({ id }) => !missed.has(id));
    const absent = places.filter(({ id }) => missed.has(id));
    const changes = new Map([
      ...(await moveReservations(ctx, toMoves(kept), { ...change, status: "booked" })),
      ...(await moveReservations(ctx, toMoves(absent), { ...change, status: "absent_charged" })),
    ]);
    await recordEvent(ctx, { type: "cancellation.refused", householdId, data: { ids, reason } });
    await tellGuardians(ctx, {
      householdId,
      template: "cancellation-decided",
      payload: { isAccepted: false, url: `${env().appUrl}/reservations?mois=${first.date.slice(0, 7)}` },
      // It may be asked for again, and refused again.
      event: `cancellation-refused:${changes.get(first.id)}`,
    });
  });
}

const toMoves = (places: Place[]) => places.map(({ id }) => ({ id }));

/** Those that an animator has pointed absent, by their last touch. */
async function findMissed({ db }: Context, ids: number[]): Promise<Set<number>> {
  const rows = await db.execute<{ id: string }>(sql`
    select r.id from unnest(${sql.param(ids)}::bigint[]) as r (id)
    join lateral (
      select state from attendance_records t where t.reservation_id = r.id order by t.at desc, t.id desc limit 1
    ) last on last.state = 'absent'`);
  return new Set(rows.map(({ id }) => Number(id)));
}
