import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf, monthOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notify } from "@/lib/notifications/notify";
import { withEnrolledChild } from "./publications/count-concerned";
import { listGuardianAccounts } from "./queries";

/** Tells the families who use a service which papers are still asked of them: once a month, and only if they want to know. */
export async function remindMissing(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");
  const households = await listIncomplete(ctx);
  if (households.length === 0) return;

  const month = monthOf(dateOf(ctx.now));
  for (const { accountId, householdId, email, wantsReminders } of await listGuardianAccounts(ctx, households)) {
    if (!wantsReminders) continue;
    await notify(ctx, {
      template: "document-missing",
      recipient: email,
      payload: { url: `${env().appUrl}/documents` },
      dedupeKey: `document-missing:${accountId}:${householdId}:${month}`,
    });
  }
}

/** A requirement, for one it is asked of, to which nothing in force nor under review answers. */
async function listIncomplete({ db, now }: Context): Promise<string[]> {
  const today = dateOf(now);
  const rows = await db.execute<{ id: string }>(sql`
    with concerned as (select distinct c.household_id as id from (${withEnrolledChild(sql`true`, today)}) c)
    select distinct asked.household_id as id
    from document_requirements r
    cross join lateral (
      select id as household_id, null::uuid as person_id from concerned where r.applies_to = 'household'
      union all
      select m.household_id, m.person_id from household_members m join concerned on concerned.id = m.household_id
      where (r.applies_to = 'adult' and m.role = 'guardian') or (r.applies_to = 'child' and m.role = 'child')
    ) asked
    where r.is_active and not exists (
      select 1 from documents d
      where d.household_id = asked.household_id and d.kind = r.kind and d.removed_at is null
        and d.person_id is not distinct from asked.person_id
        and (d.status = 'to_review' or (d.status = 'valid' and coalesce(d.valid_until >= ${today}, true)))
    )`);
  return rows.map(({ id }) => id);
}
