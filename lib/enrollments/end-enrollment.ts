import { eq, sql } from "drizzle-orm";
import { enrollments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { dateInWords } from "@/lib/core/format-date";
import type { EndEnrollmentInput } from "./input";
import { type LockedEnrollment, lockEnrollment } from "./lock-enrollment";

/**
 * Ends an enrolment after a day. Days booked later are cancelled first, by whoever decides what they cost: until then it
 * refuses with `reservations_to_come`, which says how many there are and until when.
 */
export async function endEnrollment(ctx: Context, { enrollmentId, endsOn }: EndEnrollmentInput): Promise<void> {
  authorize(ctx, "enrollments:review");

  await inTransaction(ctx, async (ctx) => {
    const found = await lockEnrollment(ctx, enrollmentId);
    if (found.status !== "approved") throw new DomainError("already_decided");
    if (endsOn < dateOf(ctx.now)) refuse("Cette date est passée.");
    if (endsOn > found.endsOn) refuse("L’inscription finit déjà avant cette date.");
    await assertNothingAfter(ctx, found, endsOn);

    const neverBegins = endsOn < found.startsOn;
    await ctx.db
      .update(enrollments)
      .set(neverBegins ? { status: "refused", reason: "Inscription retirée par la structure." } : { endsOn })
      .where(eq(enrollments.id, enrollmentId));
    await recordEvent(ctx, {
      type: "enrollment.ended",
      subjectId: enrollmentId,
      householdId: found.householdId ?? undefined,
      data: { endsOn },
    });
  });
}

function refuse(sentence: string): never {
  throw new DomainError("invalid_input", { message: sentence, fields: { endsOn: [sentence] } });
}

async function assertNothingAfter({ db }: Context, { childId, activityId }: LockedEnrollment, endsOn: string) {
  const [later] = await db.execute<{ count: number; last: string | null }>(sql`
    select count(*)::int as count, max(o.date) as last
    from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    where r.child_id = ${childId} and s.activity_id = ${activityId} and o.date > ${endsOn}
      and r.status not in ('refused', 'cancelled')`);
  if (!later?.last) return;
  const { count, last } = later;
  const days = count === 1 ? "Un jour est réservé" : `${count} jours sont réservés`;
  throw new DomainError("reservations_to_come", {
    message: `${days} après cette date, jusqu’au ${dateInWords(last)} : annulez-les d’abord, ou choisissez une date plus tardive.`,
  });
}
