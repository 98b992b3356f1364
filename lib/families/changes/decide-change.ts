import { eq } from "drizzle-orm";
import { accounts, changeRequests, type changeStatus } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import type { DecisionInput } from "@/lib/core/decision-input";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { fields, isField } from "../rules";
import { applyValues } from "./apply-values";
import { lockSubject } from "./lock-subject";

/** Accepts a change, which then applies, or refuses it with a reason; of two agents, the second is told who was first. */
export async function decideChange(ctx: Context, { id, decision, reason }: DecisionInput): Promise<void> {
  authorize(ctx, "changes:review");

  await inTransaction(ctx, async (ctx) => {
    const request = await lockPending(ctx, id);
    const { field, newValue, householdId, personId } = request;
    const isAccepted = decision === "accept";
    if (isAccepted) await applyValues(ctx, request, { [field]: newValue });
    await ctx.db
      .update(changeRequests)
      .set({
        status: isAccepted ? "accepted" : "refused",
        reason: isAccepted ? null : reason,
        decidedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
        decidedAt: ctx.now,
      })
      .where(eq(changeRequests.id, id));
    await recordEvent(ctx, {
      type: isAccepted ? "change.accepted" : "change.refused",
      householdId,
      subjectId: personId ?? householdId,
      data: { changeId: id, field, from: request.oldValue, to: newValue, ...(!isAccepted && { reason }) },
    });
    await tellFamily(ctx, { ...request, id, isAccepted });
  });
}

/** The person first, as those who ask lock it; then the request, which may have been decided while we waited. */
async function lockPending(ctx: Context, id: string) {
  const [subject] = await ctx.db
    .select({ householdId: changeRequests.householdId, personId: changeRequests.personId })
    .from(changeRequests)
    .where(eq(changeRequests.id, id));
  if (!subject) throw new DomainError("not_found");
  await lockSubject(ctx, subject);

  const [request] = await ctx.db
    .select({
      householdId: changeRequests.householdId,
      personId: changeRequests.personId,
      field: changeRequests.field,
      oldValue: changeRequests.oldValue,
      newValue: changeRequests.newValue,
      status: changeRequests.status,
      requestedBy: changeRequests.requestedBy,
      decidedBy: changeRequests.decidedBy,
    })
    .from(changeRequests)
    .where(eq(changeRequests.id, id))
    .for("update");
  if (!request) throw new DomainError("not_found");
  if (request.status !== "pending") {
    throw new DomainError("already_decided", { message: await endOf(ctx, request) });
  }
  return request;
}

type End = { status: (typeof changeStatus.enumValues)[number]; decidedBy: string | null };

const ends: Record<End["status"], string> = {
  pending: "",
  accepted: "Cette demande a déjà été acceptée",
  refused: "Cette demande a déjà été refusée",
  withdrawn: "La famille a retiré cette demande entre-temps.",
  superseded: "Cette demande a été remplacée entre-temps par un changement plus récent.",
};

async function endOf({ db }: Context, { status, decidedBy }: End): Promise<string> {
  if (!decidedBy || (status !== "accepted" && status !== "refused")) return ends[status];
  const [agent] = await db.select({ name: accounts.displayName }).from(accounts).where(eq(accounts.id, decidedBy));
  return `${ends[status]}${agent ? ` par ${agent.name}` : ""}.`;
}

type Told = { id: string; requestedBy: string; field: string; isAccepted: boolean };

/** Only which field it was: what it holds is read in the portal (handbook §7.5). */
async function tellFamily(ctx: Context, { id, requestedBy, field, isAccepted }: Told): Promise<void> {
  const [account] = await ctx.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, requestedBy));
  if (!account) return;
  await notify(ctx, {
    template: "change-decided",
    recipient: account.email,
    payload: { isAccepted, label: isField(field) ? fields[field].label : field, url: `${env().appUrl}/ma-famille` },
    dedupeKey: `change-decided:${id}`,
  });
}
