import { eq } from "drizzle-orm";
import { type RefundStatus, refundDecisions, refundRequests } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { asSystem } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { postEntries } from "@/lib/ledger/post-entries";
import { canBecome } from "./rules";

export type LockedRefund = typeof refundRequests.$inferSelect;

/** The request, held until the caller's transaction ends; `already_decided` when it cannot become that any more. */
export const lockRefund = async (ctx: Context, id: string, to: RefundStatus): Promise<LockedRefund> => {
  const [request] = await ctx.db.select().from(refundRequests).where(eq(refundRequests.id, id)).for("update");
  if (!request) throw new DomainError("not_found");
  if (!canBecome(request.status, to)) throw new DomainError("already_decided");
  return request;
};

type Decision = { to: RefundStatus; accountId: string; reason?: string };

/** Writes the new state and who gave it; plumbing of the commands of this folder. */
export const moveRefund = async (
  ctx: Context,
  { id }: LockedRefund,
  { to, accountId, reason }: Decision,
): Promise<void> => {
  await ctx.db
    .update(refundRequests)
    .set({ status: to, executedAt: to === "executed" ? ctx.now : null })
    .where(eq(refundRequests.id, id));
  await ctx.db
    .insert(refundDecisions)
    .values({ refundRequestId: id, decision: to, reason: reason ?? null, accountId, at: ctx.now })
    .onConflictDoNothing();
};

/** What was set aside goes back to the account: the request was refused or withdrawn. */
export const releaseMoney = (ctx: Context, request: LockedRefund, label: string): Promise<void> =>
  postEntries(asSystem(ctx, "refunds"), {
    kind: "refund",
    reference: `refund:${request.id}:released`,
    label,
    householdId: request.householdId,
    revenueOfficeId: request.revenueOfficeId,
    debit: "refunds_due",
    credit: "household",
    amountCents: request.amountCents,
  });
