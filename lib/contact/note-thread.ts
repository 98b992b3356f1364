import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import type { NoteThreadInput } from "./input";
import { lockThread } from "./lock-thread";
import { authorizeSender, findRepeated, insertMessage } from "./write-message";

/** Leaves a word to the other agents beside an exchange: the family never sees it, nor that anything happened. */
export async function noteThread(ctx: Context, note: NoteThreadInput): Promise<void> {
  authorize(ctx, "contact:write");
  const { threadId, body, clientKey } = note;

  await inTransaction(ctx, async (ctx) => {
    const { householdId } = await lockThread(ctx, threadId);
    const sender = authorizeSender(ctx, householdId);
    if (await findRepeated(sender, ctx, note)) return;
    await insertMessage(sender, ctx, { threadId, body, clientKey, isInternal: true });
    await recordEvent(ctx, { type: "thread.noted", subjectId: threadId, householdId });
  });
}
