import { eq } from "drizzle-orm";
import { contactAttachments, contactMessages, contactThreads } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { readFile } from "@/lib/documents/files/keep-file";
import type { ReadDocument } from "@/lib/documents/read-document";

/** The bytes of what was joined to a message, for the household and for the agents who answer. */
export async function readAttachment(ctx: Context, attachmentId: string): Promise<ReadDocument> {
  assertUuid(attachmentId);
  const [attachment] = await ctx.db
    .select({
      householdId: contactThreads.householdId,
      isInternal: contactMessages.isInternal,
      fileName: contactAttachments.fileName,
      mediaType: contactAttachments.mediaType,
      storageKey: contactAttachments.storageKey,
    })
    .from(contactAttachments)
    .innerJoin(contactMessages, eq(contactMessages.id, contactAttachments.messageId))
    .innerJoin(contactThreads, eq(contactThreads.id, contactMessages.threadId))
    .where(eq(contactAttachments.id, attachmentId));
  if (!attachment) throw new DomainError("not_found");

  const { householdId, isInternal, storageKey, ...file } = attachment;
  authorize(ctx, "contact:read", { householdId });
  if (isInternal) authorize(ctx, "contact:read");
  return { ...file, bytes: await readFile(storageKey) };
}
