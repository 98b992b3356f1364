import { eq } from "drizzle-orm";
import { refundRequests } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { RefundInput } from "./input";
import { lockRefund, moveRefund, releaseMoney } from "./move-refund";

/** Takes back what was asked, as long as nobody has decided: the money is on the account again. */
export async function withdrawRefund(ctx: Context, { id }: RefundInput): Promise<void> {
  const [known] = await ctx.db
    .select({ householdId: refundRequests.householdId })
    .from(refundRequests)
    .where(eq(refundRequests.id, id));
  authorize(ctx, "refunds:request", { householdId: known?.householdId ?? "" });
  const { actor } = ctx;
  if (!("accountId" in actor)) throw new DomainError("forbidden");
  const { accountId } = actor;

  await inTransaction(ctx, async (ctx) => {
    const request = await lockRefund(ctx, id, "withdrawn");
    await moveRefund(ctx, request, { to: "withdrawn", accountId });
    await releaseMoney(ctx, request, "Demande de remboursement retirée");
    await recordEvent(ctx, { type: "refund.withdrawn", subjectId: id, householdId: request.householdId });
  });
}
