import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { beginsAt } from "../cancellations/rules";
import { moveReservations } from "../move-reservations";
import { tellGuardians } from "../tell-guardians";
import { lockDemands } from "./lock-demands";
import { approvedHold } from "./rules";

/**
 * Approves requests of one family: those that are paid in advance then wait for their payment, the others are booked. The
 * family is told by e-mail. Refuses with `already_decided` when one no longer waits, with `service_begun` what has ended
 * without an answer, or is about to (`lapseRequests`).
 */
export async function approveRequests(ctx: Context, ids: number[]): Promise<void> {
  authorize(ctx, "requests:review");

  await inTransaction(ctx, async (ctx) => {
    const { householdId, places, first } = await lockDemands(ctx, ids, ({ awaiting }) => awaiting === "approval");
    if (places.some((place) => ctx.now >= beginsAt(place))) throw new DomainError("service_begun");
    const isPrepaid = ({ billing }: (typeof places)[number]) => billing === "prepaid";
    const toPay = places
      .filter(isPrepaid)
      .map((place) => ({ id: place.id, holdExpiresAt: approvedHold(ctx.now, beginsAt(place)) }));
    const toBook = places.filter((place) => !isPrepaid(place)).map(({ id }) => ({ id }));
    await moveReservations(ctx, toPay, { status: "requested", awaiting: "payment", reason: "approved" });
    await moveReservations(ctx, toBook, { status: "booked", reason: "approved" });
    await recordEvent(ctx, { type: "requests.approved", householdId, data: { ids } });

    const path = toPay.length > 0 ? "/panier" : `/reservations?mois=${first.date.slice(0, 7)}`;
    await tellGuardians(ctx, {
      householdId,
      template: "requests-decided",
      payload: { isAccepted: true, toPay: toPay.length > 0, url: `${env().appUrl}${path}` },
      event: `requests-approved:${first.id}`,
    });
  });
}
