import { and, eq } from "drizzle-orm";
import { absences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { ABSENCE_PROOF } from "@/lib/documents/input";
import { storeDocument } from "@/lib/documents/store-document";

type Proof = { householdId: string; absenceId: string; fileName: string; bytes: Uint8Array };

/**
 * Keeps the proof of an absence, a document of health, and puts the absence before the agents; a second one takes the
 * place of the first. Refuses with `proof_too_late`, `already_decided`, and what the file itself is refused for.
 */
export async function sendProof(ctx: Context, { householdId, absenceId, fileName, bytes }: Proof): Promise<void> {
  authorize(ctx, "reservations:write", { householdId });
  assertUuid(absenceId);

  const { childId } = await lockOpen(ctx, { householdId, absenceId });
  const sent = { householdId, personId: childId, kind: ABSENCE_PROOF, isHealth: true, fileName, bytes };
  const { documentId } = await storeDocument(ctx, sent);
  await inTransaction(ctx, async (ctx) => {
    await lockOpen(ctx, { householdId, absenceId });
    await ctx.db.update(absences).set({ documentId, status: "to_review" }).where(eq(absences.id, absenceId));
    await recordEvent(ctx, { type: "absence.proof-sent", subjectId: childId, householdId, data: { absenceId } });
  });
}

async function lockOpen({ db, now }: Context, { householdId, absenceId }: Pick<Proof, "householdId" | "absenceId">) {
  const [absence] = await db
    .select({ childId: absences.childId, status: absences.status, proofDueAt: absences.proofDueAt })
    .from(absences)
    .where(and(eq(absences.id, absenceId), eq(absences.householdId, householdId)))
    .for("update");
  if (!absence) throw new DomainError("not_found");
  const { status, proofDueAt } = absence;
  if (status !== "awaiting_proof" && status !== "to_review") throw new DomainError("already_decided");
  if (!proofDueAt || now >= proofDueAt) throw new DomainError("proof_too_late");
  return absence;
}
