import { paymentIncidents } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

type Incident = { paymentId: string; kind: string; detail: Record<string, unknown> };

/** Makes a task for an agent of what a bank said or sent; the same trouble of the same payment is one task. */
export async function reportIncident(ctx: Context, { paymentId, kind, detail }: Incident): Promise<void> {
  authorize(ctx, "payments:settle");

  const [opened] = await ctx.db
    .insert(paymentIncidents)
    .values({ paymentId, kind, detail, at: ctx.now })
    .onConflictDoNothing()
    .returning({ id: paymentIncidents.id });
  if (opened) await recordEvent(ctx, { type: "payment.reported", subjectId: paymentId, data: { kind } });
}
