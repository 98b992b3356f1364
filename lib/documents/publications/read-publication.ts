import { and, eq } from "drizzle-orm";
import { publicationReads, publications } from "@/db/schema";
import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { readFile } from "../files/keep-file";
import type { ReadDocument } from "../read-document";
import { seenBy } from "./queries";

/** The bytes of a publication, for whoever it is for: a stranger reads what is public. It is not new for them any more. */
export async function readPublication(ctx: Context, publicationId: string): Promise<ReadDocument> {
  authorizeVisitor(ctx);
  assertUuid(publicationId);
  const [publication] = await ctx.db
    .select({
      fileName: publications.fileName,
      mediaType: publications.mediaType,
      storageKey: publications.storageKey,
    })
    .from(publications)
    .where(and(eq(publications.id, publicationId), seenBy(ctx)));
  if (!publication) throw new DomainError("not_found");

  const { storageKey, ...file } = publication;
  const bytes = await readFile(storageKey);
  await markRead(ctx, publicationId);
  return { ...file, bytes };
}

async function markRead({ db, actor, now }: Context, publicationId: string): Promise<void> {
  if (actor.kind !== "guardian") return;
  const { accountId } = actor;
  await db
    .insert(publicationReads)
    .values({ publicationId, accountId, readAt: now })
    .onConflictDoUpdate({ target: [publicationReads.publicationId, publicationReads.accountId], set: { readAt: now } });
}
