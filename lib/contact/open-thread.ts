import { and, eq } from "drizzle-orm";
import { activities, contactThreads, householdMembers, households } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { keepFiles, type SentFile } from "@/lib/documents/files/keep-file";
import type { OpenThreadInput } from "./input";
import { type Contested, findContested } from "./queries/contested";
import { tellFamily, tellStaff } from "./tell-readers";
import { authorizeSender, countMessage, findRepeated, insertMessage } from "./write-message";

type NewThread = Omit<OpenThreadInput, "files"> & { files: readonly SentFile[] };

/** Begins an exchange between a household and the structure, from either side; sent twice, it is still one. */
export async function openThread(ctx: Context, thread: NewThread): Promise<{ threadId: string }> {
  const { householdId, subject, title, childId, activityId, body, clientKey } = thread;
  const sender = authorizeSender(ctx, householdId);
  await countMessage(sender, ctx);
  await assertAbout(ctx, thread);
  const contested = await findInvoice(ctx, thread);

  return keepFiles(ctx, thread.files, async (ctx, files) => {
    const known = await findRepeated(sender, ctx, thread);
    if (known) return { value: { threadId: known.threadId }, isKept: false };

    const { isStaff } = sender;
    const [opened] = await ctx.db
      .insert(contactThreads)
      .values({
        householdId,
        subject,
        title: (isStaff ? title : contested?.title) || null,
        childId: childId || null,
        activityId: activityId || null,
        invoiceId: contested?.invoiceId ?? null,
        invoiceLineId: contested?.invoiceLineId ?? null,
        status: isStaff ? "waiting_family" : "to_handle",
        assignedTo: isStaff ? sender.accountId : null,
        createdAt: ctx.now,
        lastMessageAt: ctx.now,
        lastAnswerAt: isStaff ? ctx.now : null,
      })
      .returning({ id: contactThreads.id });
    if (!opened) throw new Error("The exchange was not written");
    const threadId = opened.id;
    await insertMessage(sender, ctx, { threadId, body, clientKey, files });
    await recordEvent(ctx, { type: "thread.opened", subjectId: threadId, householdId, data: { subject } });
    await (isStaff ? tellFamily : tellStaff)(threadId, ctx);
    return { value: { threadId }, isKept: true };
  });
}

/** What the family contests is on an invoice of its own. */
async function findInvoice(
  ctx: Context,
  { householdId, invoiceId, invoiceLineId }: NewThread,
): Promise<Contested | undefined> {
  if (!invoiceId) return undefined;
  const contested = await findContested(ctx, { householdId, invoiceId, invoiceLineId: invoiceLineId || undefined });
  if (!contested) throw new DomainError("not_found");
  return contested;
}

/** The household is there, the child is one of it, the activity exists. */
async function assertAbout({ db }: Context, { householdId, childId, activityId }: NewThread): Promise<void> {
  const [household] = await db.select({ id: households.id }).from(households).where(eq(households.id, householdId));
  if (!household) throw new DomainError("not_found");
  if (childId) {
    const [child] = await db
      .select({ id: householdMembers.personId })
      .from(householdMembers)
      .where(
        and(
          eq(householdMembers.householdId, householdId),
          eq(householdMembers.personId, childId),
          eq(householdMembers.role, "child"),
        ),
      );
    if (!child) throw new DomainError("not_found");
  }
  if (activityId) {
    const [activity] = await db.select({ id: activities.id }).from(activities).where(eq(activities.id, activityId));
    if (!activity) throw new DomainError("not_found");
  }
}
