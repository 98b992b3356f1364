import { paymentIncidents } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

type Incident = { paymentId: string; kind: string; detail: Record<string, unknown> };

/** Makes a task for an agent of what a bank said or sent; the same trouble of the same payment is one task. */
export async function reportIncident(ctx: Context, incident: Incident): Promise<void> {
  authorize(ctx, "payments:settle");
  await ctx.db
    .insert(paymentIncidents)
    .values({ ...incident, at: ctx.now })
    .onConflictDoNothing();
  await recordEvent(ctx, { type: "payment.quarantined", subjectId: incident.paymentId, data: { kind: incident.kind } });
}
