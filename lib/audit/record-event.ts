import { auditEvents } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/** `noun.past-participle`, about whom, and what a later reader needs; never a password nor health content. */
type AuditEvent = { type: string; subjectId?: string; householdId?: string; data?: Record<string, unknown> };

/** Records who did what, in the transaction of the change: when this fails, the change does not happen. */
export const recordEvent = (ctx: Context, event: AuditEvent): Promise<void> => recordEvents(ctx, [event]);

/** The same for what one act did to many, with one statement. */
export async function recordEvents({ db, actor, now }: Context, events: AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const actorKind = actor.kind === "system" ? `system:${actor.name}` : actor.kind;
  const accountId = "accountId" in actor ? actor.accountId : null;
  await db.insert(auditEvents).values(events.map((event) => ({ ...event, at: now, actorKind, accountId })));
}
