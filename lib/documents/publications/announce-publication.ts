import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notify } from "@/lib/notifications/notify";
import { withEnrolledChild } from "./count-concerned";
import type { PublicationInput } from "./input";

/** Tells each adult whom a publication is for, once, if they want news; a publication withdrawn since is no news. */
export async function announcePublication(ctx: Context, { publicationId }: PublicationInput): Promise<void> {
  authorize(ctx, "jobs:run");

  const readers = await ctx.db.execute<{ accountId: string; email: string }>(sql`
    select distinct acc.id as "accountId", acc.email
    from publications p
    join household_members g on g.role = 'guardian' and (
      p.audience = 'everyone' or g.household_id in (
        ${withEnrolledChild(sql`(a.id = p.activity_id or a.facility_id = p.facility_id)`, dateOf(ctx.now))}
      )
    )
    join accounts acc on acc.person_id = g.person_id and acc.disabled_at is null
    where p.id = ${publicationId} and p.unpublished_at is null`);
  for (const { accountId, email } of readers) {
    await notify(ctx, {
      template: "publication-added",
      recipient: email,
      payload: { url: `${env().appUrl}/documents/telechargements` },
      dedupeKey: `publication-added:${publicationId}:${accountId}`,
    });
  }
}
