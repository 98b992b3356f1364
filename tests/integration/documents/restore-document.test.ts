import { expect } from "vitest";
import { addMinutes } from "@/lib/core/calendar";
import { readDocument } from "@/lib/documents/read-document";
import { removeDocument } from "@/lib/documents/remove-document";
import { restoreDocument } from "@/lib/documents/restore-document";
import { test } from "../../support/database";
import { aFamily, send } from "./people";

test("a document removed by mistake comes back, for a while and for its family", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const document = { householdId: household.id, documentId: await send(guardian, household.id) };
  await removeDocument(guardian, document);

  const other = await aFamily(ctx);
  const late = { ...guardian, now: addMinutes(ctx.now, 11) };
  for (const who of [other.guardian, late]) {
    await expect(restoreDocument(who, document)).rejects.toMatchObject({ code: "not_found" });
  }
  await restoreDocument(guardian, document);
  expect((await readDocument(guardian, document.documentId)).mediaType).toBe("image/jpeg");
});
