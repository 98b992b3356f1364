import { expect } from "vitest";
import { reservations } from "@/db/schema";
import { previewAbsence } from "@/lib/reservations/absences/preview-absence";
import { aSickChild } from "../../../support/absences";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";

test("tells each service what it would become, what comes back and until when a proof may come", async ({ ctx }) => {
  const { guardian, days } = await aSickChild(ctx, { dates: ["2026-09-18", "2026-09-25"] });

  expect(await previewAbsence(guardian, days)).toEqual({
    lines: [
      { label: "Soir, vendredi 18 septembre", outcome: "prove", priceCents: 300, backCents: 0 },
      { label: "Soir, vendredi 25 septembre", outcome: "cancel", priceCents: 300, backCents: 300 },
    ],
    backCents: 300,
    proofUntil: "dimanche 20 septembre 2026 à 23\u00a0h\u00a059",
  });
  expect((await ctx.db.select().from(reservations)).map(({ status }) => status)).toEqual(["booked", "booked"]);
});

test("refuses when there is nothing, and another family", async ({ ctx }) => {
  const { guardian, days, activity } = await aSickChild(ctx);
  const nothing = previewAbsence(guardian, { ...days, from: "2026-09-21", to: "2026-09-21" });
  await expect(nothing).rejects.toMatchObject({ code: "nothing_to_miss" });
  const other = await anotherFamily(ctx, activity);
  await expect(previewAbsence(other.guardian, days)).rejects.toMatchObject({ code: "not_found" });
});
