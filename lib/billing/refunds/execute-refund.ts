import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { postEntries } from "@/lib/ledger/post-entries";
import type { RefundInput } from "./input";
import { lockRefund, moveRefund } from "./move-refund";
import { tellRefund } from "./tell-refund";

/** Records that an agreed refund was paid to the family: it leaves the bank, once (handbook §5.4). */
export async function executeRefund(ctx: Context, { id }: RefundInput): Promise<void> {
  authorize(ctx, "payments:collect");
  const { actor } = ctx;
  if (!("accountId" in actor)) throw new DomainError("forbidden");
  const { accountId } = actor;

  await inTransaction(ctx, async (ctx) => {
    const request = await lockRefund(ctx, id, "executed");
    if (request.requestedBy === accountId) throw new DomainError("own_refund");
    const { householdId, revenueOfficeId, amountCents } = request;
    await moveRefund(ctx, request, { to: "executed", accountId });
    await postEntries(asSystem(ctx, "refunds"), {
      kind: "refund",
      reference: `refund:${id}`,
      label: "Remboursement versé",
      householdId,
      revenueOfficeId,
      debit: "refunds_due",
      credit: "bank",
      amountCents,
    });
    await recordEvent(ctx, { type: "refund.paid", subjectId: id, householdId, data: { amountCents } });
    await tellRefund(ctx, { id, householdId, outcome: "paid" });
  });
}
