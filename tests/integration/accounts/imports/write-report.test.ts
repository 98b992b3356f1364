import { expect } from "vitest";
import { auditEvents } from "@/db/schema";
import { reportOf } from "@/lib/accounts/imports/write-report";
import { takeExport } from "@/lib/auth/take-export";
import { test } from "../../../support/database";
import { aDesk, aList, aTriedImport, lea } from "./files";

test("the report of an import says on each row who took it, and the trail how many rows left", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  const importId = await aTriedImport(desk, aList(lea));
  const taken = await takeExport(desk.agent, { name: "rapport-import", format: "csv", importId });
  const text = await new Response(reportOf(desk.agent, importId, taken)).text();

  const [head = "", ...lines] = text.trimEnd().split("\r\n");
  expect(head.endsWith(";Extrait par")).toBe(true);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(taken.mark);
  const events = (await ctx.db.select().from(auditEvents)).filter(({ type }) => type.startsWith("export."));
  expect(events).toMatchObject([
    { type: "export.downloaded", data: { name: "rapport-import", importId } },
    { type: "export.written", data: { rows: 1 } },
  ]);
});
