import { and, desc, eq } from "drizzle-orm";
import { auditEvents } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";

/** The last year that is over, and when its families were last told that their certificate is ready. */
export async function getAnnouncement(ctx: Context) {
  authorize(ctx, "invoices:read");

  const year = Number(dateOf(ctx.now).slice(0, 4)) - 1;
  const [last] = await ctx.db
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(and(eq(auditEvents.type, "certificates.announced"), eq(auditEvents.subjectId, String(year))))
    .orderBy(desc(auditEvents.at))
    .limit(1);
  return { year, announcedOn: last ? dateOf(last.at) : null };
}
