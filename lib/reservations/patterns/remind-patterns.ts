import { and, asc, gt, isNotNull, isNull, lt } from "drizzle-orm";
import { patterns } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { addDays, addMinutes, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { listGuardianAccounts } from "@/lib/documents/queries";
import { notify } from "@/lib/notifications/notify";
import { composePlan } from "./compose-plan";
import { continuationOf } from "./continuation-of";

/** Told early enough to be read, late enough to be about now. */
const DAYS_BEFORE = 5;
/** No deadline is asked longer before than this: what is booked further is not looked at. */
const LONGEST_NOTICE = 60;

/**
 * Tells families whose typical week is booked month after month when the deadline of what comes next is near: once for each
 * month (handbook §7.5). Those who booked it, or can no longer, hear nothing.
 */
export async function remindPatterns(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");

  const today = dateOf(ctx.now);
  const unfinished = await ctx.db
    .select()
    .from(patterns)
    .where(
      and(
        isNull(patterns.undoneAt),
        isNotNull(patterns.bookedThrough),
        lt(patterns.bookedThrough, addDays(today, LONGEST_NOTICE)),
        gt(patterns.lastDay, today),
      ),
    )
    .orderBy(asc(patterns.id));
  for (const pattern of unfinished) {
    const until = await nextDeadline(ctx, pattern);
    if (until && until <= addMinutes(ctx.now, DAYS_BEFORE * 24 * 60)) await tell(ctx, pattern, until);
  }
}

type Pattern = typeof patterns.$inferSelect;

/** The first deadline of what can still be booked. */
async function nextDeadline(ctx: Context, pattern: Pattern): Promise<Date | undefined> {
  const { accepted } = await composePlan(ctx, await continuationOf(ctx, pattern));
  const first = Math.min(...accepted.map(({ wish }) => wish.occurrence.closesAt.getTime()));
  return Number.isFinite(first) ? new Date(first) : undefined;
}

async function tell(ctx: Context, { id, householdId, bookedThrough }: Pattern, until: Date): Promise<void> {
  for (const { accountId, email, wantsReminders } of await listGuardianAccounts(ctx, [householdId])) {
    if (!wantsReminders) continue;
    await notify(ctx, {
      template: "pattern-to-continue",
      recipient: email,
      payload: { url: `${env().appUrl}/reservations#semaines-types`, until: until.toISOString() },
      dedupeKey: `pattern-to-continue:${id}:${bookedThrough}:${accountId}`,
    });
  }
}
