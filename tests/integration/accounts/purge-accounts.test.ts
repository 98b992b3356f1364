import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { dataExports, emailChanges, importLines } from "@/db/schema";
import { purgeAccounts } from "@/lib/accounts/purge-accounts";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { codeOf } from "../../support/code-of";
import { test } from "../../support/database";
import { later } from "../../support/factories";
import { aFamily, aMadeExport } from "../reporting/data-export/copies";
import { aRequestedChange } from "./email-change/changes";
import { aDesk, aList, aTriedImport, lea } from "./imports/files";

test("a week later its bytes are destroyed", async ({ ctx }) => {
  const { household, guardian } = await aFamily(ctx);
  const exportId = await aMadeExport(ctx, guardian, household.id);
  const [made] = await ctx.db.select().from(dataExports).where(eq(dataExports.id, exportId));
  await purgeAccounts(later(ctx, 7 * 24 * 60 + 1));
  expect(await ctx.db.select().from(dataExports)).toMatchObject([{ status: "expired", storageKey: null }]);
  expect(await fileStorage().exists(made?.storageKey ?? "")).toBe(false);
});

test("changes of address and what imports say of people are forgotten in time", async ({ ctx }) => {
  const { holder } = await aRequestedChange(ctx);
  await aTriedImport(await aDesk(ctx), aList(lea));
  await purgeAccounts(later(ctx, 30 * 24 * 60));
  expect(await ctx.db.select().from(emailChanges)).toHaveLength(1);
  expect(await ctx.db.select().from(importLines)).toMatchObject([{ subject: "Léa Durand" }]);
  await purgeAccounts(later(ctx, 91 * 24 * 60));
  expect(await ctx.db.select().from(emailChanges)).toEqual([]);
  expect(await ctx.db.select().from(importLines)).toMatchObject([{ subject: null, data: null }]);
  expect(await codeOf(purgeAccounts(holder))).toBe("forbidden");
});
