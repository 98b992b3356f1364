import { eq } from "drizzle-orm";
import { paymentIncidents, payments } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { ResolveIncidentInput } from "./input";

/** Closes what an agent had to look at, with what was done and why (handbook §5.12); the first agent closes it. */
export async function resolveIncident(
  ctx: Context,
  { incidentId, resolution, note }: ResolveIncidentInput,
): Promise<void> {
  authorize(ctx, "payments:collect");

  await inTransaction(ctx, async (ctx) => {
    const [incident] = await ctx.db
      .select({ paymentId: paymentIncidents.paymentId, resolvedAt: paymentIncidents.resolvedAt })
      .from(paymentIncidents)
      .where(eq(paymentIncidents.id, incidentId))
      .for("update");
    if (!incident) throw new DomainError("not_found");
    if (incident.resolvedAt) throw new DomainError("already_decided");

    const { actor } = ctx;
    await ctx.db
      .update(paymentIncidents)
      .set({
        resolvedAt: ctx.now,
        resolvedBy: "accountId" in actor ? actor.accountId : null,
        resolution,
        note,
      })
      .where(eq(paymentIncidents.id, incidentId));
    const { paymentId } = incident;
    const [payment] = paymentId
      ? await ctx.db.select({ householdId: payments.householdId }).from(payments).where(eq(payments.id, paymentId))
      : [];
    await recordEvent(ctx, {
      type: "payment-incident.resolved",
      subjectId: paymentId ?? undefined,
      householdId: payment?.householdId,
      data: { incidentId, resolution },
    });
  });
}
