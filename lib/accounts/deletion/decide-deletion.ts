import { eq } from "drizzle-orm";
import { accounts, deletionRequests } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import type { DecisionInput } from "@/lib/core/decision-input";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { closeAccount } from "./close-account";
import { findObstacles } from "./find-obstacles";
import { obstacleWords } from "./rules";

/** Answers someone who asks to be forgotten; accepted, it is done at once. Of two agents, the second is told. */
export async function decideDeletion(ctx: Context, { id, decision, reason = "" }: DecisionInput): Promise<void> {
  authorize(ctx, "accounts:review");
  const isAccepted = decision === "accept";

  await inTransaction(ctx, async (ctx) => {
    const { accountId, householdId, personId, email } = await lockRequest(ctx, id);
    if (isAccepted && personId) await assertFree(ctx, personId);
    await ctx.db
      .update(deletionRequests)
      .set({
        decidedAt: ctx.now,
        decidedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
        isAccepted,
        answer: reason || null,
        ...(isAccepted && { message: null }),
      })
      .where(eq(deletionRequests.id, id));
    await recordEvent(ctx, {
      type: isAccepted ? "deletion.accepted" : "deletion.refused",
      subjectId: accountId,
      ...(householdId && { householdId }),
    });
    if (isAccepted) await closeAccount(asSystem(ctx, "deletion"), { accountId });
    await notify(ctx, {
      template: "deletion-decided",
      recipient: email,
      payload: { isAccepted, answer: reason },
      dedupeKey: `deletion-decided:${id}`,
    });
  });
}

async function lockRequest({ db }: Context, id: string) {
  const [request] = await db
    .select({
      accountId: deletionRequests.accountId,
      householdId: deletionRequests.householdId,
      decidedAt: deletionRequests.decidedAt,
      personId: accounts.personId,
      email: accounts.email,
    })
    .from(deletionRequests)
    .innerJoin(accounts, eq(accounts.id, deletionRequests.accountId))
    .where(eq(deletionRequests.id, id))
    .for("update");
  if (!request) throw new DomainError("not_found");
  if (request.decidedAt) throw new DomainError("already_decided");
  return request;
}

async function assertFree(ctx: Context, personId: string): Promise<void> {
  const obstacles = await findObstacles(ctx, personId);
  if (obstacles.length === 0) return;
  const message = obstacles.map((obstacle) => obstacleWords[obstacle].label).join(" ");
  throw new DomainError("deletion_blocked", {
    message: `${message} Refusez en disant à la famille ce qui reste à faire.`,
  });
}
