import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { dataExports, documents, emails } from "@/db/schema";
import { closeAccount } from "@/lib/accounts/deletion/close-account";
import { requestExport } from "@/lib/accounts/exports/request-export";
import { storeDocument } from "@/lib/documents/store-document";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aPhoto } from "../../../support/files";
import { aFamily } from "./requests";

test("leaves no file, no copy and no message behind", async ({ ctx }) => {
  const { guardian, household } = await aFamily(ctx);
  const { accountId } = guardian.actor;
  await storeDocument(guardian, {
    householdId: household.id,
    kind: "other",
    fileName: "photo.jpg",
    bytes: await aPhoto(),
  });
  await requestExport(guardian, { householdId: household.id });
  await closeAccount(ctx, { accountId });

  expect(await ctx.db.select().from(documents)).toMatchObject([{ storageKey: null, fileName: "" }]);
  expect(await ctx.db.select().from(dataExports)).toMatchObject([{ status: "expired" }]);
  expect(await ctx.db.select().from(emails).where(eq(emails.status, "sent"))).toEqual([]);
  expect(await codeOf(closeAccount(ctx, { accountId }))).toBe("not_found");
  expect(await codeOf(closeAccount(guardian, { accountId }))).toBe("forbidden");
});
