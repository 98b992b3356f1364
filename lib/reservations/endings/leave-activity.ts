import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { monthOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { dateInWords } from "@/lib/core/format-date";
import { endEnrollment } from "@/lib/enrollments/end-enrollment";
import { type LockedEnrollment, lockEnrollment } from "@/lib/enrollments/lock-enrollment";
import { lockPlacesOf, type Place } from "../lock-places";
import { releasePlaces } from "../release-places";
import { tellGuardians } from "../tell-guardians";
import type { LeaveActivityInput } from "./input";
import { type Ending, endingInWords, seenOf } from "./rules";

/**
 * Ends an enrolment after a day with all that follows, in one act: what is booked later is cancelled, what was paid in
 * advance comes back, each family is told. Refuses with `reservations_to_come` and what would be cancelled until the
 * agent has seen just that, and with whatever forbids to end it.
 */
export async function leaveActivity(ctx: Context, { seen, ...input }: LeaveActivityInput): Promise<Ending> {
  authorize(ctx, "enrollments:review");

  const { enrollmentId, endsOn } = input;
  return inTransaction(ctx, async (ctx) => {
    const enrollment = await lockEnrollment(ctx, enrollmentId);
    const places = await lockLater(ctx, enrollment, endsOn);
    const ending = {
      places: places.length,
      days: new Set(places.map(({ date }) => date)).size,
      backCents: places.reduce((sum, { paidCents }) => sum + paidCents, 0),
    };
    if (places.length > 0 && enrollment.status === "approved" && seen !== seenOf(ending)) {
      throw new DomainError("reservations_to_come", { message: endingInWords(ending), seen: seenOf(ending) });
    }
    await releasePlaces(ctx, places, { status: "cancelled", reason: "enrollment_ended" });
    await endEnrollment(ctx, input);
    await tellFamilies(ctx, enrollment, { endsOn, places });
    return ending;
  });
}

/** What the child has booked there later, in either of its households. */
async function lockLater(ctx: Context, { childId, activityId }: LockedEnrollment, endsOn: string): Promise<Place[]> {
  const later = await ctx.db.execute<{ id: string }>(sql`
    select r.id from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    where r.child_id = ${childId} and s.activity_id = ${activityId} and o.date > ${endsOn}
      and r.status not in ('refused', 'cancelled')`);
  return lockPlacesOf(
    ctx,
    later.map(({ id }) => Number(id)),
  );
}

async function tellFamilies(
  ctx: Context,
  { id, householdId, activity }: LockedEnrollment,
  { endsOn, places }: { endsOn: string; places: Place[] },
): Promise<void> {
  const concerned = new Set([...(householdId ? [householdId] : []), ...places.map((place) => place.householdId)]);
  for (const householdId of concerned) {
    const own = places.filter((place) => place.householdId === householdId);
    if (own.length > 0) {
      await recordEvent(ctx, {
        type: "enrollment.places-cancelled",
        subjectId: id,
        householdId,
        data: { endsOn, reservations: own.map(({ id }) => id) },
      });
    }
    await tellGuardians(ctx, {
      householdId,
      template: "enrollment-ended",
      payload: {
        activity,
        lastDay: dateInWords(endsOn),
        hasCancelled: own.length > 0,
        url: `${env().appUrl}/reservations?mois=${monthOf(endsOn)}`,
      },
      event: `enrollment-ended:${id}:${endsOn}:${householdId}`,
    });
  }
}
