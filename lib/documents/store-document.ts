import { and, count, eq, isNull, or, sum } from "drizzle-orm";
import { documentRequirements, documents, householdMembers, households } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { type KeptFile, keepFiles, type SentFile } from "./files/keep-file";
import { ABSENCE_PROOF } from "./input";
import { MAX_DOCUMENTS, MAX_HOUSEHOLD_BYTES } from "./rules";

export type NewDocument = SentFile & {
  householdId: string;
  /** Whom it is about; the household itself when left out. */
  personId?: string;
  /** Which requirement it answers, or "photo", "judgment", "other". */
  kind: string;
  isHealth?: boolean;
  /** What the family says of it. */
  note?: string;
  /** Names one sending: repeated by a telephone that lost its network, it is still one. */
  clientKey?: string;
};

/** Keeps a file in a family's file, once it is what it claims to be; the same file sent twice is kept once. */
export async function storeDocument(ctx: Context, document: NewDocument): Promise<{ documentId: string }> {
  const { householdId, kind } = document;
  // The proof of an absence goes with it: whoever may declare the one takes the other, which they do not read by that.
  const isProof = kind === ABSENCE_PROOF;
  authorize(ctx, isProof ? "reservations:write" : "documents:write", { householdId });
  await assertMember(ctx, document);
  const isHealth = document.isHealth || (await isAboutHealth(ctx, kind));
  if (isHealth && !isProof) authorize(ctx, "health:write", { householdId });

  return keepFiles(ctx, [document], async (ctx, [file]) => {
    if (!file) throw new DomainError("file_missing");
    const stored = await writeOnce(ctx, { ...document, isHealth }, file);
    return { value: { documentId: stored.id }, isKept: stored.storageKey === file.storageKey };
  });
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

type Keeping = NewDocument & { isHealth: boolean };

/** The household is locked meanwhile: two files at the same moment must not pass the quota together. */
async function writeOnce(ctx: Context, document: Keeping, file: KeptFile) {
  const { householdId, personId, kind, isHealth, note, clientKey } = document;
  await ctx.db
    .select({ id: households.id })
    .from(households)
    .where(eq(households.id, householdId))
    .for("no key update");

  const known = await findSame(ctx, document, file);
  if (known) return known;

  await assertRoom(ctx, householdId, file.sizeBytes);
  const { actor } = ctx;
  const [stored] = await ctx.db
    .insert(documents)
    .values({
      ...file,
      householdId,
      personId,
      kind,
      isHealth,
      note: note || null,
      clientKey,
      uploadedBy: "accountId" in actor ? actor.accountId : null,
      createdAt: ctx.now,
    })
    .returning({ id: documents.id, storageKey: documents.storageKey });
  if (!stored) throw new Error("The document was not written");
  const { sha256 } = file;
  // A request that lacked only this paper goes on by itself.
  await enqueue(ctx, "complete-enrollments", { householdId }, { jobKey: `complete-enrollments:${householdId}` });
  await recordEvent(ctx, { type: "document.sent", subjectId: stored.id, householdId, data: { kind, sha256 } });
  return stored;
}

/** The same sending, whatever became of it since; or the same file, which still waits for its answer. */
async function findSame({ db }: Context, document: Keeping, { sha256 }: KeptFile) {
  const { householdId, personId, kind, clientKey } = document;
  const [known] = await db
    .select({ id: documents.id, storageKey: documents.storageKey })
    .from(documents)
    .where(
      and(
        eq(documents.householdId, householdId),
        or(
          clientKey ? eq(documents.clientKey, clientKey) : undefined,
          and(
            personId ? eq(documents.personId, personId) : isNull(documents.personId),
            eq(documents.kind, kind),
            eq(documents.sha256, sha256),
            eq(documents.status, "to_review"),
            isNull(documents.removedAt),
          ),
        ),
      ),
    );
  return known;
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
