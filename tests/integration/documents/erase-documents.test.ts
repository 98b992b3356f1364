import { expect } from "vitest";
import { documents } from "@/db/schema";
import { eraseDocuments } from "@/lib/documents/erase-documents";
import { storeDocument } from "@/lib/documents/store-document";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { aHousehold, guardianOf } from "../../support/factories";
import { aPhoto } from "../../support/files";

test("takes the files of one household out of its rows, and of no other", async ({ ctx }) => {
  const [household, other] = [await aHousehold(ctx), await aHousehold(ctx)];
  for (const { id } of [household, other]) {
    await storeDocument(await guardianOf(ctx, { id }), {
      householdId: id,
      kind: "other",
      fileName: "photo.jpg",
      bytes: await aPhoto(),
    });
  }
  await eraseDocuments(ctx, household.id);
  const rows = await ctx.db.select().from(documents);
  expect(rows.find(({ householdId }) => householdId === household.id)).toMatchObject({
    storageKey: null,
    fileName: "",
  });
  expect(rows.find(({ householdId }) => householdId === other.id)).toMatchObject({ fileName: "photo.jpg" });
  expect(await codeOf(eraseDocuments(await guardianOf(ctx, household), household.id))).toBe("forbidden");
});
