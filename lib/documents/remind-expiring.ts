import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { type CivilDate, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notify } from "@/lib/notifications/notify";
import { listGuardianAccounts } from "./queries";
import { reminderOf, TOLD_AFTER_DAYS } from "./rules";

/**
 * Tells families which documents end soon: once when the organisation says so, once more a week before, and once they have
 * ended. Documents that end on the same day are one message; what was replaced is no news.
 */
export async function remindExpiring(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");
  const today = dateOf(ctx.now);
  const expiring = await listLastAnswers(ctx, today);
  if (expiring.length === 0) return;

  const accounts = await listGuardianAccounts(ctx, [...new Set(expiring.map(({ householdId }) => householdId))]);
  for (const { householdId, validUntil, remindDaysBefore } of expiring) {
    const reminder = reminderOf(validUntil, remindDaysBefore, today);
    if (!reminder) continue;
    for (const account of accounts) {
      if (account.householdId !== householdId || !account.wantsReminders) continue;
      const url = `${env().appUrl}/documents`;
      await notify(ctx, {
        ...(reminder === "over"
          ? { template: "document-expired", payload: { url } }
          : { template: "document-expiring", payload: { url, expiresOn: validUntil } }),
        recipient: account.email,
        dedupeKey: `document-expiring:${account.accountId}:${householdId}:${validUntil}:${reminder}`,
      });
    }
  }
}

type Expiring = { householdId: string; validUntil: CivilDate; remindDaysBefore: number };

/** The last answer to each requirement still asked, when it is accepted and ends soon. */
async function listLastAnswers({ db }: Context, today: CivilDate): Promise<Expiring[]> {
  return db.execute<Expiring>(sql`
    select last.household_id as "householdId", last.valid_until::text as "validUntil",
      r.remind_days_before as "remindDaysBefore"
    from (
      select distinct on (household_id, person_id, kind) household_id, kind, status, valid_until from documents
      where removed_at is null and status <> 'rejected'
      order by household_id, person_id, kind, created_at desc
    ) last
    join document_requirements r on r.kind = last.kind and r.is_active
    where last.status = 'valid' and last.valid_until >= ${today}::date - ${TOLD_AFTER_DAYS}::int
      and last.valid_until <= ${today}::date + greatest(r.remind_days_before, 7)`);
}
