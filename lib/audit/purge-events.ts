import { eq, inArray, lt, lte, sql } from "drizzle-orm";
import { auditEvents, auditSeals } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf, instantOf, monthsLater } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { recordEvent } from "./record-event";

/** As long as the accounting papers it explains (handbook §7.1): ten years, counted from the end of their year. */
const KEPT_MONTHS = 11 * 12;

/**
 * Removes the beginning of the trail that is past its time. The seal of the last event removed stays, and opens the chain
 * from then on; an event of the trail names it, without which the chain would tell of a removal (I23). What is not sealed
 * is not removed.
 */
export async function purgeEvents(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");
  const before = instantOf(monthsLater(dateOf(ctx.now), -KEPT_MONTHS), "00:00");

  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('portail.seal-events'))`);
    const last = await findLastDue(ctx, before);
    if (!last) return;

    const due = ctx.db
      .select({ id: auditSeals.eventId })
      .from(auditSeals)
      .where(lte(auditSeals.position, last.position));
    await ctx.db.execute(sql`set local portail.trail = 'purge'`);
    const { count: events } = await ctx.db.delete(auditEvents).where(inArray(auditEvents.id, due));
    await ctx.db.delete(auditSeals).where(lt(auditSeals.position, last.position));
    await ctx.db.execute(sql`set local portail.trail = ''`);
    const data = { position: last.position, hash: last.hash, before: before.toISOString(), events };
    if (events > 0) await recordEvent(ctx, { type: "trail.purged", data });
  });
}

/** The last seal before the first event that is still in its time: late events are in the order of their seals. */
async function findLastDue({ db }: Context, before: Date) {
  const [last] = await db
    .select({ position: auditSeals.position, hash: auditSeals.hash })
    .from(auditSeals)
    .where(
      eq(
        auditSeals.position,
        sql`(
          select coalesce(
            (select s.position - 1 from audit_seals s join audit_events e on e.id = s.event_id
             where e.at >= ${before.toISOString()}::timestamptz order by s.position limit 1),
            (select max(position) from audit_seals)
          )
        )`,
      ),
    );
  return last;
}
