import { createHash } from "node:crypto";
import { and, count, eq, isNull, sum } from "drizzle-orm";
import { documentRequirements, documents, householdMembers, households } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { fileStorage, newStorageKey } from "./files/file-storage";
import { type InspectedFile, inspectFile } from "./files/inspect-file";
import { cleanFileName, MAX_DOCUMENTS, MAX_HOUSEHOLD_BYTES } from "./rules";

export type NewDocument = {
  householdId: string;
  /** Whom it is about; the household itself when left out. */
  personId?: string;
  /** Which requirement it answers, or "photo", "judgment", "other". */
  kind: string;
  fileName: string;
  bytes: Uint8Array;
  isHealth?: boolean;
};

/** Keeps a file in a family's file, once it is what it claims to be; the same file sent twice is kept once. */
export async function storeDocument(ctx: Context, document: NewDocument): Promise<{ documentId: string }> {
  const { householdId } = document;
  authorize(ctx, "documents:write", { householdId });
  await assertMember(ctx, document);
  const isHealth = document.isHealth || (await isAboutHealth(ctx, document.kind));
  if (isHealth) authorize(ctx, "health:write", { householdId });

  const file = await inspectFile(document.bytes);
  const storageKey = newStorageKey();
  await fileStorage().put(storageKey, file.bytes);
  try {
    const stored = await inTransaction(ctx, (ctx) => writeOnce(ctx, { ...document, isHealth, storageKey }, file));
    if (stored.storageKey !== storageKey) await fileStorage().delete(storageKey);
    return { documentId: stored.id };
  } catch (error) {
    await fileStorage().delete(storageKey);
    throw error;
  }
}

async function assertMember({ db }: Context, { householdId, personId }: NewDocument): Promise<void> {
  if (!personId) return;
  const [member] = await db
    .select({ personId: householdMembers.personId })
    .from(householdMembers)
    .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.personId, personId)));
  if (!member) throw new DomainError("not_found");
}

async function isAboutHealth({ db }: Context, kind: string): Promise<boolean> {
  const [requirement] = await db
    .select({ isHealth: documentRequirements.isHealth })
    .from(documentRequirements)
    .where(eq(documentRequirements.kind, kind));
  return requirement?.isHealth ?? false;
}

type Keeping = NewDocument & { isHealth: boolean; storageKey: string };

/** The household is locked meanwhile: two files at the same moment must not pass the quota together. */
async function writeOnce(ctx: Context, document: Keeping, { bytes, mediaType }: InspectedFile) {
  const { householdId, personId, kind, isHealth, storageKey } = document;
  await ctx.db
    .select({ id: households.id })
    .from(households)
    .where(eq(households.id, householdId))
    .for("no key update");

  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [known] = await ctx.db
    .select({ id: documents.id, storageKey: documents.storageKey })
    .from(documents)
    .where(
      and(
        eq(documents.householdId, householdId),
        personId ? eq(documents.personId, personId) : isNull(documents.personId),
        eq(documents.kind, kind),
        eq(documents.sha256, sha256),
        eq(documents.status, "to_review"),
        isNull(documents.removedAt),
      ),
    );
  if (known) return known;

  await assertRoom(ctx, householdId, bytes.length);
  const { actor } = ctx;
  const [stored] = await ctx.db
    .insert(documents)
    .values({
      householdId,
      personId,
      kind,
      isHealth,
      fileName: cleanFileName(document.fileName, mediaType),
      mediaType,
      sizeBytes: bytes.length,
      sha256,
      storageKey,
      uploadedBy: "accountId" in actor ? actor.accountId : null,
      createdAt: ctx.now,
    })
    .returning({ id: documents.id, storageKey: documents.storageKey });
  if (!stored) throw new Error("The document was not written");
  await recordEvent(ctx, { type: "document.sent", subjectId: stored.id, householdId, data: { kind, sha256 } });
  return stored;
}

async function assertRoom({ db }: Context, householdId: string, bytes: number): Promise<void> {
  const [kept] = await db
    .select({ count: count(), bytes: sum(documents.sizeBytes).mapWith(Number) })
    .from(documents)
    .where(and(eq(documents.householdId, householdId), isNull(documents.removedAt)));
  if (!kept) return;
  if (kept.count >= MAX_DOCUMENTS || (kept.bytes ?? 0) + bytes > MAX_HOUSEHOLD_BYTES) {
    throw new DomainError("storage_full");
  }
}
