import { and, isNotNull, lt, ne, or, sql } from "drizzle-orm";
import { emails } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf, instantOf, monthsLater } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

/** A default, to be confirmed by the organisation's data protection officer (handbook §7.1). */
const KEPT_MONTHS = 12;

/** Empties the messages of a year ago: to whom each left, and when, stays (handbook §7.5). One that never left is given up. */
export async function purgeEmails(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");
  const before = instantOf(monthsLater(dateOf(ctx.now), -KEPT_MONTHS), "00:00");

  await ctx.db
    .update(emails)
    .set({
      payload: {},
      subject: null,
      html: null,
      text: null,
      status: sql`case when ${emails.status} = 'failed' then 'withheld' else ${emails.status} end`,
    })
    .where(
      and(
        lt(emails.createdAt, before),
        ne(emails.status, "queued"),
        or(sql`${emails.payload} <> '{}'`, isNotNull(emails.subject), isNotNull(emails.html), isNotNull(emails.text)),
      ),
    );
}
