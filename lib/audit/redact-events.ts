import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { recordEvent } from "./record-event";

/** What accounting papers rest on stays as long as they do; the trail's own acts are what makes it verifiable. */
const STAYS = "^(trail|payments?|payment-incident|invoices?|credit-note|refund|cart|certificate)[.]";

/**
 * Blanks what the trail says of a household that is erased, or of one person who leaves it (RGPD art. 17): that something
 * happened, when and by whom stays. What each event was and is now is itself an event, by which the chain stays
 * verifiable (I23).
 */
export async function redactEvents(
  ctx: Context,
  { householdId, subjectId }: { householdId: string; subjectId?: string },
): Promise<void> {
  authorize(ctx, "families:write");

  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`set local portail.trail = 'redact'`);
    const events = await ctx.db.execute<{ id: number; was: string; is: string }>(sql`
      with said as materialized (
        select e.id, audit_event_digest(e) as was from audit_events e
        where e.household_id = ${householdId} and e.data is not null and e.type !~ ${STAYS}
          ${subjectId ? sql`and e.subject_id = ${subjectId}` : sql``}
        for update
      )
      update audit_events e set data = null from said where e.id = said.id
      returning e.id::int, said.was, audit_event_digest(e) as is`);
    await ctx.db.execute(sql`set local portail.trail = ''`);
    if (events.length > 0)
      await recordEvent(ctx, { type: "trail.redacted", householdId, data: { events: [...events] } });
  });
}
