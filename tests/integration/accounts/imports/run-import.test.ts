import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { guardianships, householdMembers, households, importFiles, persons } from "@/db/schema";
import { runImport } from "@/lib/accounts/imports/run-import";
import { startImport } from "@/lib/accounts/imports/start-import";
import { searchHouseholds } from "@/lib/families/queries/search-households";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aChild, aHousehold } from "../../../support/factories";
import { eventTypes } from "../../auth/people";
import {
  aDesk,
  aDoneImport,
  aList,
  aTriedImport,
  aya,
  lea,
  linesOf,
  ondeGuardians,
  ondePupils,
  stateOf,
  tom,
} from "./files";

test("brings in each family with its members, found at once by the agents", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  await aDoneImport(desk, aList(lea, tom, aya));

  expect(await stateOf(ctx)).toMatchObject({ status: "done", total: 3, processed: 3, finishedAt: ctx.now });
  expect(await ctx.db.select({ name: households.name }).from(households).orderBy(asc(households.name))).toEqual([
    { name: "Benali – Haddad" },
    { name: "Durand" },
  ]);
  const { households: found } = await searchHouseholds(desk.agent, { text: "samira aya" });
  expect(found).toMatchObject([
    { name: "Benali – Haddad", adults: ["Samira Benali", "Karim Haddad"], children: ["Aya"] },
  ]);
  expect(await ctx.db.select().from(persons).where(eq(persons.firstName, "Léa"))).toMatchObject([
    { lastName: "Durand", birthDate: "2019-03-14", className: "CP" },
  ]);
  expect(await ctx.db.select().from(persons).where(eq(persons.firstName, "Camille"))).toMatchObject([
    { email: "camille@exemple.fr", phone: "+33612345678" },
  ]);
  expect(await linesOf(ctx)).toMatchObject(Array(3).fill({ status: "imported", data: null }));
  expect(await ctx.db.select({ key: importFiles.storageKey }).from(importFiles)).toEqual([{ key: null }]);
  expect(await eventTypes(ctx)).toEqual(expect.arrayContaining(["import.started", "household.created", "import.done"]));
});

test("ONDE: a child of two addresses is one child of two households, each adult tied to its own", async ({ ctx }) => {
  await aDoneImport(await aDesk(ctx), ondePupils, ondeGuardians);
  expect(await ctx.db.select().from(households)).toHaveLength(2);
  const kids = await ctx.db
    .select({ firstName: persons.firstName, birthName: persons.birthName, lastName: persons.lastName, id: persons.id })
    .from(persons)
    .where(eq(persons.birthDate, "2020-01-01"));
  expect(kids).toMatchObject([{ firstName: "Martine", lastName: "Leroy", birthName: "Martin" }]);
  const homes = await ctx.db
    .select()
    .from(householdMembers)
    .where(eq(householdMembers.personId, kids[0]?.id ?? ""));
  expect(homes).toHaveLength(2);
  const ties = await ctx.db
    .select({ adult: persons.firstName })
    .from(guardianships)
    .innerJoin(persons, eq(persons.id, guardianships.adultId))
    .where(eq(guardianships.childId, kids[0]?.id ?? ""))
    .orderBy(asc(persons.firstName));
  expect(ties).toEqual([{ adult: "Janine" }, { adult: "Jean" }]);
});

describe("nobody comes in twice", () => {
  test("run again, it does nothing more; a second press is told", async ({ ctx }) => {
    const desk = await aDesk(ctx);
    const importId = await aDoneImport(desk, aList(lea, tom));
    await runImport(desk.portal, { importId });
    expect(await codeOf(startImport(desk.agent, { importId }))).toBe("already_decided");
    expect(await ctx.db.select().from(persons)).toHaveLength(3);
  });

  test("two workers at the same moment share the work", async ({ committed: ctx }) => {
    const desk = await aDesk(ctx);
    const many = Array.from({ length: 30 }, (_, index) =>
      lea
        .replaceAll("Durand", `Durand ${"abcdef"[index % 6]}${"abcde"[index % 5]}`)
        .replaceAll("camille", `c${index}`)
        .replace("06 12 34 56 78", ""),
    );
    const importId = await aTriedImport(desk, aList(...many));
    await startImport(desk.agent, { importId });
    await Promise.all([runImport(desk.portal, { importId }), runImport(desk.portal, { importId })]);
    expect(await ctx.db.select().from(households)).toHaveLength(30);
    expect(await stateOf(ctx)).toMatchObject({ status: "done", processed: 30 });
  });

  test("a family written by someone else since the trial stays out", async ({ ctx }) => {
    const desk = await aDesk(ctx);
    const importId = await aTriedImport(desk, aList(lea, aya));
    const household = await aHousehold(ctx);
    await aChild(ctx, household, { firstName: "Léa", lastName: "Durand", birthDate: "2019-03-14" });
    await startImport(desk.agent, { importId });
    await runImport(desk.portal, { importId });
    expect(await linesOf(ctx)).toMatchObject([
      { status: "duplicate", householdId: household.id },
      { status: "imported" },
    ]);
  });
});

test("a file sent again brings nobody", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  await aDoneImport(desk, aList(lea));
  const again = await aTriedImport(desk, aList(lea));
  await expect(startImport(desk.agent, { importId: again })).rejects.toMatchObject({
    details: { message: expect.stringMatching(/Aucune famille/) },
  });
});
