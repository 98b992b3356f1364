import { expect } from "vitest";
import { getHouseholdDocuments } from "@/lib/documents/queries";
import { readDocument } from "@/lib/documents/read-document";
import { removeDocument } from "@/lib/documents/remove-document";
import { reviewDocument } from "@/lib/documents/review-document";
import { test } from "../../support/database";
import { aFamily, asAgent, send } from "./people";

test("what waits or was refused can be removed, and is shown no more", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const documentId = await send(guardian, household.id);
  await removeDocument(guardian, { householdId: household.id, documentId });
  expect((await getHouseholdDocuments(guardian, household.id)).sent).toEqual([]);
  await expect(readDocument(guardian, documentId)).rejects.toMatchObject({ code: "not_found" });
  await expect(removeDocument(guardian, { householdId: household.id, documentId })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("what is in force stays, and so does another family's", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const documentId = await send(guardian, household.id);
  const other = await aFamily(ctx);
  for (const householdId of [household.id, other.household.id]) {
    await expect(removeDocument(other.guardian, { householdId, documentId })).rejects.toMatchObject({
      code: "not_found",
    });
  }
  await reviewDocument(asAgent(ctx, "admin"), { id: documentId, decision: "accept" });
  await expect(removeDocument(guardian, { householdId: household.id, documentId })).rejects.toMatchObject({
    code: "document_in_force",
  });
});
