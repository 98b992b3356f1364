import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import Excel from "exceljs";
import { expect } from "vitest";
import { auditEvents, slots } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { makeMealsFile } from "@/lib/reporting/meals/make-meals-file";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../support/database";
import { aFamilyAndAnEvening } from "../../support/factories";

const week = { du: "2026-09-14", au: "2026-09-20" };
const animator = (ctx: Context): Context => ({
  ...ctx,
  actor: { kind: "agent", accountId: "00000000-0000-4000-8000-000000000001", role: "animator" },
});

async function aLunch(ctx: Context) {
  const family = await aFamilyAndAnEvening(ctx, { activity: { billingMode: "billed", kind: "lunch" } });
  await ctx.db.update(slots).set({ servesMeal: true });
  await requestSlots(family.guardian, { householdId: family.household.id, cells: [family.cell] });
  return family;
}

test("gives the kitchen a line per day and age, in both formats, and leaves a trace", async ({ ctx }) => {
  await aLunch(ctx);

  const csv = await makeMealsFile(animator(ctx), { ...week, structure: undefined, format: "csv" });
  const [head, line] = (await text(csv.content)).split("\r\n");
  expect(csv.name).toBe("repas-2026-09-14-2026-09-20.csv");
  expect(head).toContain("Sans porc;Sans viande;Végétarien;Sans gluten;Dont avec un PAI");
  expect(line).toMatch(/^18\/09\/2026;Jules-Ferry;Périscolaire – Soir;\S+;1;1;0;0;0;0;0;0;0;\d/);

  const xlsx = await makeMealsFile(animator(ctx), { ...week, structure: undefined, format: "xlsx" });
  const book = new Excel.Workbook();
  await book.xlsx.read(xlsx.content);
  expect(book.worksheets[0]?.getCell("E2").value).toBe(1);
  const traces = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "export.downloaded"));
  expect(traces).toHaveLength(2);
});

test("refuses days in the wrong order, and who does not staff the day", async ({ ctx }) => {
  const { guardian } = await aLunch(ctx);
  const asked = { structure: undefined, format: "csv" as const };
  await expect(makeMealsFile(animator(ctx), { du: "2026-09-20", au: "2026-09-14", ...asked })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(makeMealsFile(guardian, { ...week, ...asked })).rejects.toMatchObject({ code: "forbidden" });
});
