import { expect } from "vitest";
import { absences, documents } from "@/db/schema";
import { listDocumentsToReview } from "@/lib/documents/queries";
import { storeDocument } from "@/lib/documents/store-document";
import { decideAbsence } from "@/lib/reservations/absences/decide-absence";
import { sendProof } from "@/lib/reservations/absences/send-proof";
import { anAbsence, aSiteManager } from "../../../support/absences";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";
import { aPhoto } from "../../../support/files";

const file = async () => ({ fileName: "certificat.jpg", bytes: await aPhoto() });

test("a document of health, and the absence goes before the agents", async ({ ctx }) => {
  const { guardian, household, absenceId, child } = await anAbsence(ctx);

  await sendProof(guardian, { householdId: household.id, absenceId, ...(await file()) });

  const [document] = await ctx.db.select().from(documents);
  expect(document).toMatchObject({ kind: "absence_proof", isHealth: true, personId: child.id });
  expect(await ctx.db.select().from(absences)).toMatchObject([{ status: "to_review", documentId: document?.id }]);
  expect(await listDocumentsToReview(ctx)).toEqual([]);
});

test("refuses after its time, once it is decided, what is no picture, and another family", async ({ ctx }) => {
  const { guardian, household, absenceId, activity } = await anAbsence(ctx);
  const proof = { householdId: household.id, absenceId, ...(await file()) };

  const late = { ...guardian, now: new Date("2026-09-20T22:00:00Z") };
  await expect(sendProof(late, proof)).rejects.toMatchObject({ code: "proof_too_late" });
  const disguised = sendProof(guardian, { ...proof, bytes: new TextEncoder().encode("<script>") });
  await expect(disguised).rejects.toMatchObject({ code: "file_type_refused" });
  const other = await anotherFamily(ctx, activity);
  await expect(sendProof(other.guardian, proof)).rejects.toMatchObject({ code: "not_found" });
  const asTheirs = sendProof(other.guardian, { ...proof, householdId: other.household.id });
  await expect(asTheirs).rejects.toMatchObject({ code: "not_found" });
  const decision = { id: absenceId, decision: "refuse", reason: "Non." } as const;
  await decideAbsence(await aSiteManager(ctx, household), decision);
  await expect(sendProof(guardian, proof)).rejects.toMatchObject({ code: "already_decided" });
  expect(await ctx.db.select().from(documents)).toEqual([]);
});

test("an agent who takes it at the counter sends it for the family, under their name, and does not read it by that", async ({
  ctx,
}) => {
  const { household, absenceId } = await anAbsence(ctx);
  const proof = { householdId: household.id, absenceId, ...(await file()) };
  const manager = await aSiteManager(ctx, household);

  for (const role of ["animator", "billing_officer", "revenue_officer", "auditor"] as const) {
    const other = { ...manager, actor: { ...manager.actor, role } };
    await expect(sendProof(other, proof)).rejects.toMatchObject({ code: "forbidden" });
  }
  await sendProof(manager, proof);
  const { accountId } = manager.actor;
  expect(await ctx.db.select().from(absences)).toMatchObject([{ status: "to_review" }]);
  expect(await ctx.db.select().from(documents)).toMatchObject([{ isHealth: true, uploadedBy: accountId }]);

  // The same right takes no other paper of health.
  const other = { householdId: household.id, kind: "other", isHealth: true, ...(await file()) };
  await expect(storeDocument(manager, other)).rejects.toMatchObject({ code: "forbidden" });
});
