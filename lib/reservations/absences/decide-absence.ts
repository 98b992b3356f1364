import { eq } from "drizzle-orm";
import { absencePlaces, absences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { daysFrom } from "@/lib/core/calendar";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import type { DecisionInput } from "@/lib/core/decision-input";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { reviewDocument } from "@/lib/documents/review-document";
import { lockPlacesOf } from "../lock-places";
import { moveReservations } from "../move-reservations";
import { releasePlaces } from "../release-places";
import { tellGuardians } from "../tell-guardians";
import { isDecidable, isExcusable } from "./rules";

/**
 * Excuses an absence, as far as the policies allow (waiting days stay charged), or keeps it charged for a reason that the
 * family reads. What was paid for an excused place comes back once. One that ended without its proof may still be decided.
 * Of two agents the second gets `already_decided`.
 */
export async function decideAbsence(ctx: Context, { id, decision, reason }: DecisionInput): Promise<void> {
  authorize(ctx, "requests:review");

  await inTransaction(ctx, async (ctx) => {
    const linked = await ctx.db.select().from(absencePlaces).where(eq(absencePlaces.absenceId, id));
    const places = await lockPlacesOf(
      ctx,
      linked.map(({ reservationId }) => reservationId),
    );
    const absence = await lockWaiting(ctx, id);
    const charged = places.filter(({ status }) => status === "absent_charged");
    const excused = charged.filter(({ date, absencePolicy }) =>
      isExcusable(absencePolicy, daysFrom(absence.countedFrom, date)),
    );
    const isExcused = decision === "accept";
    if (isExcused) {
      await releasePlaces(ctx, excused, { status: "absent_excused", reason: "absence_accepted" });
    } else {
      const moves = charged.map(({ id }) => ({ id }));
      const change = { status: "absent_charged", reason: "absence_refused", note: reason } as const;
      await moveReservations(ctx, moves, change);
    }
    await ctx.db
      .update(absences)
      .set({
        status: isExcused ? "excused" : "charged",
        decidedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
        decidedAt: ctx.now,
        decisionNote: isExcused ? null : reason,
      })
      .where(eq(absences.id, id));
    await settleProof(ctx, absence.documentId, { decision, reason });

    const { householdId, childId } = absence;
    const type = isExcused ? "absence.excused" : "absence.charged";
    await recordEvent(ctx, {
      type,
      subjectId: childId,
      householdId,
      data: { absenceId: id, ...(reason && { reason }) },
    });
    await tellGuardians(ctx, {
      householdId,
      template: "absence-decided",
      payload: { url: `${env().appUrl}/reservations?mois=${absence.firstDay.slice(0, 7)}` },
      event: `absence-decided:${id}`,
    });
  });
}

async function lockWaiting({ db }: Context, id: string) {
  const [absence] = await db
    .select({
      householdId: absences.householdId,
      childId: absences.childId,
      firstDay: absences.firstDay,
      countedFrom: absences.countedFrom,
      status: absences.status,
      documentId: absences.documentId,
      decidedBy: absences.decidedBy,
    })
    .from(absences)
    .where(eq(absences.id, id))
    .for("update");
  if (!absence) throw new DomainError("not_found");
  if (!isDecidable(absence)) throw new DomainError("already_decided");
  return absence;
}

/** The proof has served: it is decided with the absence, and the family hears of it once. */
async function settleProof(
  ctx: Context,
  documentId: string | null,
  decision: Pick<DecisionInput, "decision" | "reason">,
): Promise<void> {
  if (!documentId) return;
  await reviewDocument(asSystem(ctx, "absence"), { id: documentId, ...decision }, { standsAlone: false });
}
