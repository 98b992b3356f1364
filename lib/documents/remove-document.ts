import { and, eq, isNull } from "drizzle-orm";
import { documents } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { DocumentInput } from "./input";
import { canBeRemoved } from "./rules";

/** Takes a document that serves no more out of a family's file; its bytes are kept until the retention time. */
export async function removeDocument(ctx: Context, { householdId, documentId }: DocumentInput): Promise<void> {
  authorize(ctx, "documents:write", { householdId });

  await inTransaction(ctx, async (ctx) => {
    const [document] = await ctx.db
      .select({
        kind: documents.kind,
        status: documents.status,
        validUntil: documents.validUntil,
        replacedAt: documents.replacedAt,
      })
      .from(documents)
      .where(and(eq(documents.id, documentId), eq(documents.householdId, householdId), isNull(documents.removedAt)))
      .for("update");
    if (!document) throw new DomainError("not_found");
    if (!canBeRemoved(document, dateOf(ctx.now))) throw new DomainError("document_in_force");
    await ctx.db.update(documents).set({ removedAt: ctx.now }).where(eq(documents.id, documentId));
    await recordEvent(ctx, { type: "document.removed", subjectId: documentId, householdId });
  });
}
