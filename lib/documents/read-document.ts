import { and, eq, isNull } from "drizzle-orm";
import { documents } from "@/db/schema";
import { traceReading } from "@/lib/audit/trace-reading";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { readFile } from "./files/keep-file";

export type ReadDocument = { fileName: string; mediaType: string; bytes: Uint8Array };

/** The bytes of a document, for whoever may read it; health takes its own right, and leaves a trace. */
export async function readDocument(ctx: Context, documentId: string): Promise<ReadDocument> {
  assertUuid(documentId);
  const [document] = await ctx.db
    .select({
      householdId: documents.householdId,
      fileName: documents.fileName,
      mediaType: documents.mediaType,
      isHealth: documents.isHealth,
      storageKey: documents.storageKey,
    })
    .from(documents)
    .where(and(eq(documents.id, documentId), isNull(documents.removedAt)));
  if (!document) throw new DomainError("not_found");

  const { householdId, fileName, mediaType, isHealth, storageKey } = document;
  authorize(ctx, "documents:read", { householdId });
  if (isHealth) {
    authorize(ctx, "health:read", { householdId });
    await traceReading(ctx, { type: "health-document.read", subjectId: documentId, householdId });
  }
  return { fileName, mediaType, bytes: await readFile(storageKey) };
}
