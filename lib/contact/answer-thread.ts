import { eq } from "drizzle-orm";
import { contactThreads } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { keepFiles, type SentFile } from "@/lib/documents/files/keep-file";
import type { AnswerThreadInput } from "./input";
import { findHousehold, findLastMessage, lockThread } from "./lock-thread";
import { tellFamily, tellStaff } from "./tell-readers";
import { authorizeSender, countMessage, findRepeated, insertMessage, type Sender } from "./write-message";

type Answer = Omit<AnswerThreadInput, "files"> & { files: readonly SentFile[] };

const MEANWHILE = "Un autre message vient d’arriver dans cet échange : relisez-le avant de répondre.";

/**
 * Writes in an exchange, from either side. The family's word puts it back among what is to be handled, even once closed;
 * the structure's hands it over to the family. An agent who has not seen the last message reads it first.
 */
export async function answerThread(ctx: Context, answer: Answer): Promise<void> {
  const { threadId, body, clientKey, close } = answer;
  const { householdId } = await findHousehold(ctx, threadId);
  const sender = authorizeSender(ctx, householdId);
  await countMessage(sender, ctx);

  await keepFiles(ctx, answer.files, async (ctx, files) => {
    const thread = await lockThread(ctx, threadId);
    if (await findRepeated(sender, ctx, answer)) return { value: undefined, isKept: false };
    await assertRead(sender, ctx, answer);

    const { isStaff } = sender;
    const isClosed = isStaff && close === "on";
    await insertMessage(sender, ctx, { threadId, body, clientKey, files });
    await ctx.db
      .update(contactThreads)
      .set({
        status: isClosed ? "closed" : isStaff ? "waiting_family" : "to_handle",
        closedAt: isClosed ? ctx.now : null,
        lastMessageAt: ctx.now,
        ...(isStaff && { lastAnswerAt: ctx.now, assignedTo: thread.assignedTo ?? sender.accountId }),
      })
      .where(eq(contactThreads.id, threadId));
    await recordEvent(ctx, { type: "thread.answered", subjectId: threadId, householdId });
    await (isStaff ? tellFamily : tellStaff)(threadId, ctx);
    return { value: undefined, isKept: true };
  });
}

async function assertRead({ isStaff, accountId }: Sender, ctx: Context, { threadId, seenMessageId }: Answer) {
  if (!isStaff || !seenMessageId) return;
  const last = await findLastMessage(ctx, threadId);
  if (last && last.id !== seenMessageId && last.accountId !== accountId) {
    throw new DomainError("changed_meanwhile", { message: MEANWHILE });
  }
}
