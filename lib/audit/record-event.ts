import { auditEvents } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/** `noun.past-participle`, about whom, and what a later reader needs; never a password nor health content. */
type AuditEvent = { type: string; subjectId?: string; householdId?: string; data?: Record<string, unknown> };

/** Records who did what, in the transaction of the change: when this fails, the change does not happen. */
export async function recordEvent(ctx: Context, event: AuditEvent): Promise<void> {
  const { actor } = ctx;
  await ctx.db.insert(auditEvents).values({
    ...event,
    at: ctx.now,
    actorKind: actor.kind === "system" ? `system:${actor.name}` : actor.kind,
    accountId: "accountId" in actor ? actor.accountId : null,
  });
}
