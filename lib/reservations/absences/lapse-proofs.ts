import { and, eq, lte } from "drizzle-orm";
import { absencePlaces, absences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { addMinutes } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { lockPlacesOf } from "../lock-places";
import { moveReservations } from "../move-reservations";
import { tellGuardians } from "../tell-guardians";

/** A photograph that left the telephone in time arrives. */
const GRACE_MINUTES = 15;

/**
 * Ends the absences whose proof has not come in time: they stay charged, as their family was told when it declared them,
 * and it is told once. An agent may still excuse one that was ended so (`decideAbsence`); an absence whose proof has come
 * waits for an agent however long it takes. Run again, it finds nothing left. Returns how many it ended.
 */
export async function lapseProofs(ctx: Context): Promise<number> {
  authorize(ctx, "jobs:run");

  const over = await ctx.db
    .select({ id: absences.id })
    .from(absences)
    .where(isOver(ctx))
    .orderBy(absences.proofDueAt, absences.id);
  let ended = 0;
  for (const { id } of over) {
    if (await inTransaction(ctx, (ctx) => endUnproven(ctx, id))) ended += 1;
  }
  return ended;
}

const isOver = ({ now }: Context) =>
  and(eq(absences.status, "awaiting_proof"), lte(absences.proofDueAt, addMinutes(now, -GRACE_MINUTES)));

/** Locks in the order of whoever decides: the places, then the absence. False when it was decided, or proven, meanwhile. */
async function endUnproven(ctx: Context, id: string): Promise<boolean> {
  const linked = await ctx.db.select().from(absencePlaces).where(eq(absencePlaces.absenceId, id));
  const places = await lockPlacesOf(
    ctx,
    linked.map(({ reservationId }) => reservationId),
  );
  const [absence] = await ctx.db
    .update(absences)
    .set({ status: "charged", decidedAt: ctx.now })
    .where(and(eq(absences.id, id), isOver(ctx)))
    .returning({ householdId: absences.householdId, childId: absences.childId, firstDay: absences.firstDay });
  if (!absence) return false;

  const moves = places.filter(({ status }) => status === "absent_charged").map(({ id }) => ({ id }));
  await moveReservations(ctx, moves, { status: "absent_charged", reason: "proof_missing" });
  const { householdId, childId, firstDay } = absence;
  await recordEvent(ctx, { type: "absence.unproven", subjectId: childId, householdId, data: { absenceId: id } });
  await tellGuardians(ctx, {
    householdId,
    template: "absence-unproven",
    payload: { url: `${env().appUrl}/reservations?mois=${firstDay.slice(0, 7)}` },
    event: `absence-unproven:${id}`,
  });
  return true;
}
