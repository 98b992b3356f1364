import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { moveReservations } from "../move-reservations";
import { tellGuardians } from "../tell-guardians";
import { lockDemands } from "./lock-demands";

/** Refuses requests of one family for a reason that it reads in its calendar; the e-mail does not repeat it. */
export async function refuseRequests(ctx: Context, { ids, reason }: { ids: number[]; reason: string }): Promise<void> {
  authorize(ctx, "requests:review");

  await inTransaction(ctx, async (ctx) => {
    const { householdId, places, first } = await lockDemands(ctx, ids, ({ awaiting }) => awaiting === "approval");
    const moves = places.map(({ id }) => ({ id }));
    await moveReservations(ctx, moves, { status: "refused", reason: "not_approved", note: reason });
    await recordEvent(ctx, { type: "requests.refused", householdId, data: { ids, reason } });
    await tellGuardians(ctx, {
      householdId,
      template: "requests-decided",
      payload: {
        isAccepted: false,
        toPay: false,
        url: `${env().appUrl}/reservations?mois=${first.date.slice(0, 7)}`,
      },
      event: `requests-refused:${first.id}`,
    });
  });
}
