import { eq, sql } from "drizzle-orm";
import { slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { addMinutes, dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { DepartureInput } from "./input";
import { assertPointable, isKnown, isOvertaken, keepRecord, lockPointed, tappedAt } from "./keep-record";
import type { Recorded } from "./point-child";
import { endOf, isNamed, isThere } from "./rules";
import { settleLateness } from "./settle-lateness";

/** A wrong hour can be put right before the family hears of it. */
const TOLD_AFTER_MINUTES = 15;

/**
 * Records that a child has gone home, when and with whom; said again, the later word counts. Past the tolerance of the
 * activity it is late: priced where the activity says so, and told to the family a little later. Pointing the child
 * present takes it back. Refuses with `attendance_not_there` a child who is not there, with `pickup_forbidden` someone
 * who must not take the child away (handbook §4.5).
 */
export async function recordDeparture(ctx: Context, input: DepartureInput): Promise<Recorded> {
  authorize(ctx, "attendance:write");
  assertPointable(ctx, input);

  return inTransaction(ctx, async (ctx) => {
    const pointed = await lockPointed(ctx, input);
    if (!pointed) throw new DomainError("not_found");
    const { id, status, householdId } = pointed;
    if (await isKnown(ctx, input.key)) return { status };
    if (!isThere(status)) throw new DomainError("attendance_not_there");
    const { slotId, date, collectedBy = "" } = input;
    if (isNamed(collectedBy, await listForbidden(ctx, input.childId))) throw new DomainError("pickup_forbidden");

    const at = tappedAt(ctx, input.at);
    const leftAt = await hourOf(ctx, input, at);
    const counts = !(await isOvertaken(ctx, input, at));
    const record = { reservationId: id, key: input.key, state: "left", at, found: null, leftAt } as const;
    if (!(await keepRecord(ctx, { ...record, collectedBy: collectedBy || null }))) return { status };
    if (counts && (await settleLateness(ctx, { id, date, leftAt }))) {
      const runAt = addMinutes(ctx.now, TOLD_AFTER_MINUTES);
      await enqueue(ctx, "tell-late-pickup", { reservationId: id }, { runAt, jobKey: `late-pickup-${id}` });
    }
    await recordEvent(ctx, {
      type: "attendance.left",
      subjectId: String(id),
      householdId,
      data: { slotId, date, at: input.at, leftAt: leftAt.toISOString(), counts },
    });
    return { status };
  });
}

/** The hour that was given, or else of the touch; who points a day that is gone has seen no hour: it is that of the end. */
async function hourOf(ctx: Context, { leftAt, slotId, date }: DepartureInput, at: Date): Promise<Date> {
  const hours = [...(leftAt ? [new Date(leftAt)] : []), at];
  const [hour] = hours.filter((hour) => hour <= ctx.now && dateOf(hour) === date);
  if (hour) return hour;
  const [slot] = await ctx.db.select({ endsAt: slots.endsAt }).from(slots).where(eq(slots.id, slotId));
  if (!slot) throw new DomainError("not_found");
  return endOf(date, slot.endsAt);
}

async function listForbidden({ db }: Context, childId: string): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select first_name || ' ' || last_name as name from pickup_authorizations
    where child_id = ${childId} and kind = 'forbidden' and removed_at is null`);
  return rows.map(({ name }) => name);
}
