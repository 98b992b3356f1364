import type { Readable } from "node:stream";
import type { z } from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import type { Sheet } from "@/lib/billing/exports/rules";
import { writeCsv, writeXlsx } from "@/lib/billing/exports/write-sheet";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { diets } from "@/lib/families/health/rules";
import type { mealsFileInput } from "@/lib/reservations/meals/input";
import { listMeals } from "@/lib/reservations/meals/queries";
import { dietNames, kitchensOf } from "@/lib/reservations/meals/rules";

type MealsFile = { name: string; mediaType: string; content: Readable };

/** The meals of some days as a file for the kitchen: counts as they stand, a line per day, service and age. */
export async function makeMealsFile(
  ctx: Context,
  { du: from, au: to, structure: facilityId, format }: z.infer<typeof mealsFileInput>,
): Promise<MealsFile> {
  authorize(ctx, "planning:read");
  if (to < from) throw new DomainError("not_found");

  const kitchens = kitchensOf(await listMeals(ctx, { from, to, facilityId }));
  const rows = kitchens.reduce((total, { lines }) => total + lines.length, 0);
  await recordEvent(ctx, { type: "export.downloaded", data: { name: "repas", format, from, to, facilityId, rows } });
  const sheet: Sheet = {
    columns: [
      { label: "Date", kind: "date" },
      { label: "Cuisine", kind: "text" },
      { label: "Service", kind: "text" },
      { label: "Enfants", kind: "text" },
      { label: "Repas", kind: "integer" },
      ...dietNames.map((name) => ({ label: diets[name], kind: "integer" as const })),
      { label: "Dont avec un PAI", kind: "integer" },
      { label: "Dont avec une allergie", kind: "integer" },
      { label: "Demandes en attente, en plus", kind: "integer" },
      { label: "Compté à", kind: "time" },
    ],
    rows: rowsOf(kitchens, ctx.now),
  };
  const name = `repas-${from}-${to}.${format}`;
  return format === "csv"
    ? { name, mediaType: "text/csv; charset=utf-8", content: writeCsv(sheet) }
    : {
        name,
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        content: writeXlsx(sheet, "repas"),
      };
}

async function* rowsOf(kitchens: ReturnType<typeof kitchensOf>, now: Date) {
  for (const { name, lines } of kitchens) {
    for (const { date, service, group, meals, byDiet, carePlans, allergies, requested } of lines) {
      const plates = dietNames.map((diet) => byDiet[diet]);
      yield [date, name, service, group, meals, ...plates, carePlans, allergies, requested, now];
    }
  }
}
