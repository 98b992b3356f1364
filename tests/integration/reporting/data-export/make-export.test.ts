import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { emails, persons } from "@/db/schema";
import { readExport } from "@/lib/accounts/exports/read-export";
import { storeDocument } from "@/lib/documents/store-document";
import { saveHealthSection } from "@/lib/families/health/save-health-section";
import { shareChild } from "@/lib/families/share-child";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aHousehold, guardianOf, later } from "../../../support/factories";
import { aPhoto } from "../../../support/files";
import { eventTypes } from "../../auth/people";
import { aFamily, aMadeExport, archiveOf } from "./copies";

test("holds the file, the health record, the documents, and something to read; its maker alone downloads it", async ({
  ctx,
}) => {
  const { household, child, guardian } = await aFamily(ctx);
  await saveHealthSection(guardian, {
    childId: child.id,
    section: "doctor",
    values: { name: "Dr Marchand", phone: "" },
  } as never);
  await storeDocument(guardian, {
    householdId: household.id,
    kind: "other",
    fileName: "photo.jpg",
    bytes: await aPhoto(),
  });
  const exportId = await aMadeExport(ctx, guardian, household.id);

  const files = await archiveOf(guardian, exportId);
  expect([...files.keys()]).toEqual([
    "donnees.json",
    "resume.pdf",
    expect.stringMatching(/^documents\/[0-9a-f]{8}-photo\.jpg$/),
  ]);
  const data = JSON.parse(String(files.get("donnees.json")));
  expect(data).toMatchObject({
    foyer: { nom: "Rousseau", adresse: expect.stringContaining("Lilas") },
    enfants: [{ prenom: "Nahel", sante: expect.anything(), autorisations: expect.any(Array) }],
    documents: [{ fichier: "photo.jpg" }],
    journal: expect.arrayContaining([expect.objectContaining({ action: "data-export.requested" })]),
  });
  expect(String(files.get("donnees.json"))).toContain("Dr Marchand");
  expect(files.get("resume.pdf")?.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await eventTypes(ctx)).toEqual(expect.arrayContaining(["data-export.made", "data-export.downloaded"]));
  expect(await ctx.db.select({ template: emails.template }).from(emails)).toContainEqual({
    template: "data-export-ready",
  });

  const partner = await guardianOf(ctx, household);
  expect(await codeOf(readExport(partner, exportId))).toBe("not_found");
  expect(await codeOf(readExport(later(guardian, 7 * 24 * 60), exportId))).toBe("not_found");
});

test("of a child of two households, nothing of the other one: neither address, nor adults, nor money", async ({
  ctx,
}) => {
  const { household, child, guardian } = await aFamily(ctx);
  const other = await aHousehold(ctx, { name: "Secret", street: "99 rue Cachée", city: "Ailleurs" });
  const stranger = await guardianOf(ctx, other);
  await ctx.db
    .update(persons)
    .set({ firstName: "Inconnue", phone: "+33699999999" })
    .where(eq(persons.id, stranger.actor.personId));
  await shareChild(ctx, { childId: child.id, householdId: other.id });
  const text = String((await archiveOf(guardian, await aMadeExport(ctx, guardian, household.id))).get("donnees.json"));
  for (const hidden of ["Cachée", "Ailleurs", "Inconnue", "699999999"]) expect(text).not.toContain(hidden);
});
