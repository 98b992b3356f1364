import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { lockDemands } from "../approvals/lock-demands";
import { moveReservations } from "../move-reservations";
import { tellGuardians } from "../tell-guardians";

/** Refuses to cancel after the deadline, for a reason that the family reads: the places stay booked, and due. */
export async function refuseCancellations(
  ctx: Context,
  { ids, reason }: { ids: number[]; reason: string },
): Promise<void> {
  authorize(ctx, "requests:review");

  await inTransaction(ctx, async (ctx) => {
    const demands = await lockDemands(ctx, ids, ({ status }) => status === "cancellation_requested");
    const { householdId, places, first } = demands;
    const moves = places.map(({ id }) => ({ id }));
    const changes = await moveReservations(ctx, moves, {
      status: "booked",
      reason: "cancellation_refused",
      note: reason,
    });
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
