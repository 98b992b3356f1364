import { and, eq, gt } from "drizzle-orm";
import { documents } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { addMinutes } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { DocumentInput } from "./input";

/** Longer than the message that offers it stays in sight. */
const UNDO_MINUTES = 10;

/** Puts back what was just removed by mistake. */
export async function restoreDocument(ctx: Context, { householdId, documentId }: DocumentInput): Promise<void> {
  authorize(ctx, "documents:write", { householdId });

  await inTransaction(ctx, async (ctx) => {
    const [restored] = await ctx.db
      .update(documents)
      .set({ removedAt: null })
      .where(
        and(
          eq(documents.id, documentId),
          eq(documents.householdId, householdId),
          gt(documents.removedAt, addMinutes(ctx.now, -UNDO_MINUTES)),
        ),
      )
      .returning({ id: documents.id });
    if (!restored) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "document.restored", subjectId: documentId, householdId });
  });
}
