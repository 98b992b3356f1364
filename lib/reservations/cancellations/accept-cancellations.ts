import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { lockDemands } from "../approvals/lock-demands";
import { releasePlaces } from "../release-places";
import { tellGuardians } from "../tell-guardians";

/**
 * Accepts to cancel places after the deadline: what was paid in advance comes back to the account, a place to be invoiced
 * is not. Refuses with `already_decided` when the family took it back, or a colleague answered.
 */
export async function acceptCancellations(ctx: Context, ids: number[]): Promise<void> {
  authorize(ctx, "requests:review");

  await inTransaction(ctx, async (ctx) => {
    const demands = await lockDemands(ctx, ids, ({ status }) => status === "cancellation_requested");
    const { householdId, places, first } = demands;
    await releasePlaces(ctx, places, { status: "cancelled", reason: "cancellation_accepted" });
    await recordEvent(ctx, { type: "cancellation.accepted", householdId, data: { ids } });
    await tellGuardians(ctx, {
      householdId,
      template: "cancellation-decided",
      payload: { isAccepted: true, url: `${env().appUrl}/reservations?mois=${first.date.slice(0, 7)}` },
      event: `cancellation-accepted:${first.id}`,
    });
  });
}
