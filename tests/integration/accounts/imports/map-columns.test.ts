import { expect } from "vitest";
import { importFiles } from "@/db/schema";
import { mapColumnsInput } from "@/lib/accounts/imports/input";
import { mapColumns } from "@/lib/accounts/imports/map-columns";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { eventTypes } from "../../auth/people";
import { anOfficer } from "../sign-up/requests";
import { aDesk, aList, anUpload, aTriedImport, lea, ondePupils, stateOf } from "./files";

const strange = aList(lea).replace("Nom enfant;Prénom enfant", "Colonne A;Colonne B");
const chosen = {
  "c1-0": "child.lastName",
  "c1-1": "child.firstName",
  "c1-2": "child.birthDate",
  "c1-3": "",
  "c1-4": "adult1.lastName",
  "c1-5": "adult1.firstName",
  "c1-10": "home.street",
  "c1-11": "home.postalCode",
  "c1-12": "home.city",
  "c1-90": "adult1.email",
  "c1-6": "quelque chose",
};

test("keeps what was chosen, of columns that exist, and has the file tried", async ({ ctx }) => {
  const agent = await anOfficer(ctx);
  const importId = await anUpload(agent, strange);
  await mapColumns(agent, mapColumnsInput.parse({ importId, ...chosen }));

  const [file] = await ctx.db.select().from(importFiles);
  expect(file?.mapping).toMatchObject({ 0: "child.lastName", 12: "home.city" });
  expect(file?.mapping).not.toHaveProperty("90");
  expect(await stateOf(ctx)).toMatchObject({ status: "checking" });
  expect(await eventTypes(ctx)).toContain("import.mapped");
});

test("the next file of the same shape finds what was chosen", async ({ ctx }) => {
  const agent = await anOfficer(ctx);
  const importId = await anUpload(agent, strange);
  await mapColumns(agent, mapColumnsInput.parse({ importId, ...chosen }));
  await anUpload({ ...agent, now: new Date(ctx.now.getTime() + 60_000) }, strange.replace("Colonne A", "COLONNE a"));
  const mappings = await ctx.db.select({ mapping: importFiles.mapping }).from(importFiles);
  expect(mappings[1]).toEqual(mappings[0]);
});

test.for([
  ["what is missing", { "c1-2": "" }, /la date de naissance de l’enfant/],
  ["what is there twice", { "c1-6": "home.city" }, /Deux colonnes disent la même chose/],
] as const)("says %s", async ([, changes, message], { ctx }) => {
  const agent = await anOfficer(ctx);
  const importId = await anUpload(agent, strange);
  const input = mapColumnsInput.parse({ importId, ...chosen, ...changes });
  await expect(mapColumns(agent, input)).rejects.toMatchObject({
    details: { message: expect.stringMatching(message) },
  });
});

test("the pupils of ONDE alone have no guardian", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  await expect(aTriedImport(desk, ondePupils)).rejects.toMatchObject({
    details: { message: expect.stringMatching(/nom d’un responsable/) },
  });
});

test("is told that another agent was first, and is for who may", async ({ ctx }) => {
  const agent = await anOfficer(ctx);
  const importId = await anUpload(agent, strange);
  const input = mapColumnsInput.parse({ importId, ...chosen });
  await mapColumns(agent, input);
  expect(await codeOf(mapColumns(agent, input))).toBe("already_decided");
  const auditor = await anOfficer(ctx, "auditor", "elu@exemple.fr");
  expect(await codeOf(mapColumns(auditor, input))).toBe("forbidden");
  expect(await codeOf(mapColumns(agent, { ...input, importId: "pas-un-id" }))).toBe("not_found");
});
