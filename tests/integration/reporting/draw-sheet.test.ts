import { expect } from "vitest";
import { healthRecords, pickupAuthorizations, slots } from "@/db/schema";
import { drawSheet } from "@/lib/reporting/sheets/draw-sheet";
import { test } from "../../support/database";
import { pdfText } from "../../unit/billing/pdf-text";
import { agent, anEveningToPoint } from "../reservations/attendance/at-the-gate";

test("a sheet says who, what to know, who comes for them and whom to call", async ({ ctx }) => {
  const { animator, child, cell } = await anEveningToPoint(ctx, { kind: "lunch", name: "Restauration scolaire" });
  await ctx.db
    .insert(healthRecords)
    .values({ childId: child.id, sealed: "scellé", hasCarePlan: true, diet: "no_pork", updatedAt: ctx.now });
  await ctx.db.update(slots).set({ servesMeal: true });
  const person = { childId: child.id, lastName: "Petit", relation: "other", createdAt: ctx.now } as const;
  await ctx.db.insert(pickupAuthorizations).values([
    { ...person, firstName: "Anne", kind: "allowed", phone: "+33612345678", isEmergencyContact: true },
    { ...person, firstName: "Paul", kind: "forbidden" },
  ]);

  const text = pdfText(await drawSheet(animator, cell)).replaceAll("\u00a0", " ");

  for (const words of [
    "Restauration scolaire – Soir",
    "Vendredi 18 septembre 2026",
    "1 enfant attendu",
    "Repas : 1, dont 1 sans porc",
    "1 avec PAI ou allergies",
    "1 adulte requis (article R227-16)",
    "Nahel Rousseau",
    "7 ans",
    "PAI, Sans porc",
    "NE PAS REMETTRE À Paul Petit",
    "Anne Petit",
    "06 12 34 56 78",
    "Signature",
  ]) {
    expect.soft(text).toContain(words);
  }
});

test("is for those who stand at the gate", async ({ ctx }) => {
  const { guardian, cell } = await anEveningToPoint(ctx);
  for (const who of [guardian, agent(ctx, "admin")]) {
    await expect(drawSheet(who, cell)).rejects.toMatchObject({ code: "forbidden" });
  }
});
