import { eq } from "drizzle-orm";
import { cannedAnswers } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { RemoveCannedAnswerInput } from "./input";

/** Takes an answer out of the list; what was sent with it stays as it was sent. */
export async function removeCannedAnswer(ctx: Context, { id }: RemoveCannedAnswerInput): Promise<void> {
  authorize(ctx, "contact:write");

  await inTransaction(ctx, async (ctx) => {
    const [removed] = await ctx.db
      .delete(cannedAnswers)
      .where(eq(cannedAnswers.id, id))
      .returning({ title: cannedAnswers.title });
    if (!removed) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "canned-answer.removed", subjectId: id, data: removed });
  });
}
