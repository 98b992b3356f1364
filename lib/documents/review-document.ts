import { and, eq, isNull } from "drizzle-orm";
import { documents } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import type { ReviewDocumentInput } from "./input";
import { listGuardianAccounts } from "./queries";

/** Accepts a document until a date, or refuses it for a reason that the family reads; the first agent decides. */
export async function reviewDocument(
  ctx: Context,
  input: ReviewDocumentInput,
  { tellsFamily = true } = {},
): Promise<void> {
  authorize(ctx, "documents:review");
  const isAccepted = input.decision === "accept";
  const validUntil = isAccepted && input.validUntil ? input.validUntil : null;
  if (validUntil && validUntil < dateOf(ctx.now)) {
    throw new DomainError("invalid_input", { fields: { validUntil: ["Cette date est passée."] } });
  }

  await inTransaction(ctx, async (ctx) => {
    const { householdId } = await lockWaiting(ctx, input.id);
    await ctx.db
      .update(documents)
      .set({
        status: isAccepted ? "valid" : "rejected",
        reason: isAccepted ? null : input.reason,
        validUntil,
        reviewedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
        reviewedAt: ctx.now,
      })
      .where(eq(documents.id, input.id));
    const type = isAccepted ? "document.accepted" : "document.refused";
    await recordEvent(ctx, { type, subjectId: input.id, householdId, data: validUntil ? { validUntil } : undefined });
    if (!isAccepted && tellsFamily) await tellRefusal(ctx, input.id, householdId);
  });
}

async function lockWaiting(ctx: Context, documentId: string) {
  const [document] = await ctx.db
    .select({ householdId: documents.householdId, isHealth: documents.isHealth, status: documents.status })
    .from(documents)
    .where(and(eq(documents.id, documentId), isNull(documents.removedAt)))
    .for("update");
  if (!document) throw new DomainError("not_found");
  if (document.isHealth) authorize(ctx, "health:read", document);
  if (document.status !== "to_review") throw new DomainError("already_decided");
  return document;
}

/** The reason stays in the portal: it may speak of health. */
async function tellRefusal(ctx: Context, documentId: string, householdId: string): Promise<void> {
  for (const { accountId, email } of await listGuardianAccounts(asSystem(ctx, "documents"), [householdId])) {
    await notify(ctx, {
      template: "document-refused",
      recipient: email,
      payload: { url: `${env().appUrl}/documents` },
      dedupeKey: `document-refused:${documentId}:${accountId}`,
    });
  }
}
