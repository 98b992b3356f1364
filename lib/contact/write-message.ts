import { and, eq, sql } from "drizzle-orm";
import { contactAttachments, contactMessages } from "@/db/schema";
import { countTry } from "@/lib/auth/throttle";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { KeptFile } from "@/lib/documents/files/keep-file";

/** More than anyone has to say in an hour. */
const perAccount = { name: "contact", tries: 30, withinSeconds: 3600, firstLockSeconds: 600 };

/** Who writes: a guardian of the household, or an agent; always an account, for an exchange has no unknown author. */
export type Sender = { accountId: string; isStaff: boolean };

export function authorizeSender(ctx: Context, householdId: string): Sender {
  authorize(ctx, "contact:write", { householdId });
  const { actor } = ctx;
  if (!("accountId" in actor)) throw new DomainError("forbidden");
  return { accountId: actor.accountId, isStaff: actor.kind === "agent" };
}

/** A family writes as often as it has something to say, and no oftener. */
export async function countMessage({ accountId, isStaff }: Sender, ctx: Context): Promise<void> {
  if (!isStaff) await countTry(ctx, perAccount, accountId);
}

type Message = { body: string; clientKey: string };
type Repeated = Message & { files?: readonly unknown[] };

/**
 * What was already written under this key, while nobody else writes under it: a sending repeated by a telephone is still
 * one, also when the page was loaded again meanwhile and has lost its files. Other words, or a file more, are refused.
 */
export async function findRepeated({ accountId }: Sender, { db }: Context, { body, clientKey, files = [] }: Repeated) {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${clientKey}))`);
  const [known] = await db
    .select({
      threadId: contactMessages.threadId,
      body: contactMessages.body,
      files: db.$count(contactAttachments, eq(contactAttachments.messageId, contactMessages.id)),
    })
    .from(contactMessages)
    .where(and(eq(contactMessages.accountId, accountId), eq(contactMessages.clientKey, clientKey)));
  if (known && (known.body !== body || files.length > known.files)) throw new DomainError("message_already_sent");
  return known;
}

type Written = Message & { threadId: string; isInternal?: boolean; files?: readonly KeptFile[] };

export async function insertMessage({ accountId, isStaff }: Sender, { db, now }: Context, message: Written) {
  const { files = [], ...words } = message;
  const [written] = await db
    .insert(contactMessages)
    .values({ ...words, accountId, isStaff, createdAt: now })
    .returning({ id: contactMessages.id });
  if (!written) throw new Error("The message was not written");
  if (files.length > 0) {
    await db.insert(contactAttachments).values(files.map((file) => ({ ...file, messageId: written.id })));
  }
  return written;
}
