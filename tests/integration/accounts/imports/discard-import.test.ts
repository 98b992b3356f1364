import { expect } from "vitest";
import { importFiles, importLines, imports } from "@/db/schema";
import { discardImport } from "@/lib/accounts/imports/discard-import";
import { fileStorage } from "@/lib/documents/files/file-storage";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { anOfficer } from "../sign-up/requests";
import { aDesk, aDoneImport, aList, aTriedImport, lea } from "./files";

test("gives up what brought nobody in, with its file", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  const importId = await aTriedImport(desk, aList(lea));
  const [file] = await ctx.db.select().from(importFiles);
  expect(await fileStorage().exists(file?.storageKey ?? "")).toBe(true);

  const auditor = await anOfficer(ctx, "auditor", "elu@exemple.fr");
  expect(await codeOf(discardImport(auditor, { importId }))).toBe("forbidden");
  await discardImport(desk.agent, { importId });

  for (const table of [imports, importFiles, importLines]) expect(await ctx.db.select().from(table)).toEqual([]);
  expect(await fileStorage().exists(file?.storageKey ?? "")).toBe(false);
  expect(await codeOf(discardImport(desk.agent, { importId }))).toBe("not_found");
});

test("what was brought in is undone, not forgotten", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  const importId = await aDoneImport(desk, aList(lea));
  expect(await codeOf(discardImport(desk.agent, { importId }))).toBe("already_decided");
});
