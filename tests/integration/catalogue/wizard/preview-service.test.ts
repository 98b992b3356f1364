import { expect } from "vitest";
import { auditEvents, facilities, slotOccurrences } from "@/db/schema";
import { serviceInput } from "@/lib/catalogue/wizard/input";
import { previewService } from "@/lib/catalogue/wizard/preview-service";
import { test } from "../../../support/database";
import { agentOf } from "../agents";
import { typedCanteen } from "./typed";

test("says what families would see, and keeps nothing", async ({ ctx }) => {
  const preview = await previewService(agentOf(ctx), serviceInput.parse(typedCanteen));

  expect(preview).toEqual({
    facility: "École Jean-Moulin",
    office: "Régie enfance",
    activity: "Cantine",
    price: "3,50\u00a0€, hors commune 5,00\u00a0€",
    slots: [
      {
        label: "Repas",
        hours: "11\u00a0h\u00a045 – 13\u00a0h\u00a030",
        capacity: 60,
        days: "22 jours, du jeudi 10 septembre 2026 au vendredi 16 octobre 2026",
        booking:
          "Pour le vendredi 16 octobre 2026\u00a0: réservation possible jusqu’au mercredi 14 octobre 2026 à 10\u00a0h",
        cancellation: "annulation sans frais jusqu’au mercredi 14 octobre 2026 à 10\u00a0h",
      },
    ],
  });
  for (const table of [facilities, slotOccurrences, auditEvents]) expect(await ctx.db.select().from(table)).toEqual([]);
});

test("refuses what opening would refuse", async ({ ctx }) => {
  const preview = previewService(agentOf(ctx), serviceInput.parse({ ...typedCanteen, schoolZone: "unknown" }));
  await expect(preview).rejects.toMatchObject({ code: "calendar_unknown" });
});
