import { desc, eq, sql } from "drizzle-orm";
import { auditEvents, auditSeals } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** The head of the chain, and how many events wait for their seal; undefined while nothing is sealed. */
export async function findSeal(ctx: Context) {
  authorize(ctx, "controls:read");

  const [seal] = await ctx.db
    .select({
      position: auditSeals.position,
      hash: auditSeals.hash,
      eventId: auditSeals.eventId,
      at: auditEvents.at,
      waiting: sql<number>`(select count(*)::int from audit_events e
        where not exists (select from audit_seals s where s.event_id = e.id))`,
    })
    .from(auditSeals)
    .leftJoin(auditEvents, eq(auditEvents.id, auditSeals.eventId))
    .orderBy(desc(auditSeals.position))
    .limit(1);
  return seal;
}

/** Whether a seal that was kept elsewhere is still in the chain: what was rewritten up to it, even wholly, is found so. */
export async function checkSeal(
  ctx: Context,
  kept: { position: number; hash: string },
): Promise<"same" | "other" | "purged" | "missing"> {
  authorize(ctx, "controls:read");

  const [found] = await ctx.db
    .select({ hash: auditSeals.hash })
    .from(auditSeals)
    .where(eq(auditSeals.position, kept.position));
  if (found) return found.hash === kept.hash ? "same" : "other";
  const [first] = await ctx.db.select({ position: sql<number | null>`min(position)::int` }).from(auditSeals);
  return first?.position && kept.position < first.position ? "purged" : "missing";
}
