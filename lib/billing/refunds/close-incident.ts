import { eq } from "drizzle-orm";
import { paymentIncidents, payments } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { resolveIncident } from "@/lib/payments/resolve-incident";
import type { CloseIncidentInput } from "./input";
import { requestRefund } from "./request-refund";

/**
 * Closes a task of the régie; when it ends in a refund, the request is made in the same act, in the family's name, and
 * another agent decides it. All or nothing: refuses with `amount_over_credit` when the account does not hold the money,
 * and with `already_decided` when someone has closed the task.
 */
export async function closeIncident(ctx: Context, input: CloseIncidentInput): Promise<void> {
  authorize(ctx, "payments:collect");

  await inTransaction(ctx, async (ctx) => {
    const { incidentId, resolution, note } = input;
    if (resolution === "refund") {
      const { requestId, amount, holder, iban } = input;
      const account = await accountOf(ctx, incidentId);
      await requestRefund(ctx, { requestId, ...account, amount, holder, iban, reason: note.slice(0, 500) });
    }
    await resolveIncident(ctx, { incidentId, resolution, note });
  });
}

/** Whose money it was, at which régie. */
async function accountOf({ db }: Context, incidentId: number) {
  const [account] = await db
    .select({ householdId: payments.householdId, revenueOfficeId: payments.revenueOfficeId })
    .from(paymentIncidents)
    .innerJoin(payments, eq(payments.id, paymentIncidents.paymentId))
    .where(eq(paymentIncidents.id, incidentId));
  if (!account) throw new DomainError("not_found");
  return account;
}
