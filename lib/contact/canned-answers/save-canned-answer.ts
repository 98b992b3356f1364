import { eq } from "drizzle-orm";
import { cannedAnswers } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError } from "@/lib/core/errors";
import type { CannedAnswerInput } from "./input";

/** Writes what agents answer often, under a title that no other answer has. */
export async function saveCannedAnswer(ctx: Context, { id, title, body }: CannedAnswerInput): Promise<void> {
  authorize(ctx, "contact:write");

  const saved = inTransaction(ctx, async (ctx) => {
    const words = { title, body, updatedAt: ctx.now };
    const [answer] = id
      ? await ctx.db
          .update(cannedAnswers)
          .set(words)
          .where(eq(cannedAnswers.id, id))
          .returning({ id: cannedAnswers.id })
      : await ctx.db
          .insert(cannedAnswers)
          .values({ ...words, createdAt: ctx.now })
          .returning({ id: cannedAnswers.id });
    if (!answer) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "canned-answer.saved", subjectId: answer.id, data: { title } });
  });
  await saved.catch((error: unknown) => {
    if (violatedConstraint(error) !== "canned_answers_title_unique") throw error;
    throw new DomainError("title_taken", { fields: { title: ["Une réponse type porte déjà ce titre."] } });
  });
}
