import { and, eq } from "drizzle-orm";
import { emails } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";

/** Sends again a message that failed for good, or all of them: a mailbox that was full, a server that was away. */
export async function retryEmails(ctx: Context, { emailId }: { emailId?: string }): Promise<{ count: number }> {
  authorize(ctx, "messages:write");

  return inTransaction(ctx, async (ctx) => {
    const again = await ctx.db
      .update(emails)
      .set({ status: "queued", tries: 0 })
      .where(and(eq(emails.status, "failed"), emailId ? eq(emails.id, emailId) : undefined))
      .returning({ id: emails.id });
    if (emailId && again.length === 0) throw new DomainError("already_decided");
    for (const { id } of again) {
      await enqueue(ctx, "send-email", { emailId: id });
      await recordEvent(ctx, { type: "email.retried", subjectId: id });
    }
    return { count: again.length };
  });
}
