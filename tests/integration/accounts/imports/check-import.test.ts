import { describe, expect } from "vitest";
import { householdMembers, households, persons } from "@/db/schema";
import { checkImport } from "@/lib/accounts/imports/check-import";
import { listImportLines } from "@/lib/accounts/imports/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aChild, aHousehold } from "../../../support/factories";
import {
  aDesk,
  aList,
  aTriedImport,
  aWorkbook,
  aya,
  lea,
  linesOf,
  ondeGuardians,
  ondePupils,
  stateOf,
  tom,
  windows1252,
} from "./files";

test("tries the whole file and writes nobody", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  const importId = await aTriedImport(desk, windows1252(aList(lea, tom, aya)));

  expect(await stateOf(ctx)).toMatchObject({ status: "checked", total: 3, processed: 3 });
  const lines = await linesOf(ctx);
  expect(lines.map(({ line, status, subject, family }) => [line, status, subject, family])).toEqual([
    [2, "ok", "Léa Durand", 0],
    [3, "ok", "Tom Durand", 0],
    [4, "ok", "Aya Benali", 1],
  ]);
  expect(await ctx.db.select().from(persons)).toEqual([]);
  expect(await codeOf(listImportLines(desk.agent, { importId, status: "ok", page: 1 }))).toBe("done");
});

describe("each problem is told with its line, its column and its value", () => {
  test.for([
    ["no first name", lea.replace("Léa", ""), "Prénom enfant", /prénom de l’enfant manque/, true],
    [
      "a date of the thirteenth month",
      lea.replace("14/03/2019", "14/13/2019"),
      "Date de naissance",
      /JJ\/MM\/AAAA/,
      true,
    ],
    ["an adult for a child", lea.replace("14/03/2019", "14/03/1999"), "Date de naissance", /majeure/, true],
    ["a formula", lea.replace("Léa", "=A1&B1"), "Prénom enfant", /formule/, true],
    ["a postal code of three digits", lea.replace("59223", "592"), "Code postal", /5 chiffres/, true],
    [
      "half a telephone number",
      lea.replace("06 12 34 56 78", "06 12"),
      "Portable parent 1",
      /téléphone n’est pas valable/,
      false,
    ],
    [
      "half an address",
      lea.replace("camille@exemple.fr", "camille@"),
      "Mail parent 1",
      /e-mail n’est pas complète/,
      false,
    ],
  ] as const)("%s", async ([, line, column, message, isBlocking], { ctx }) => {
    await aTriedImport(await aDesk(ctx), aList(aya, line));
    const [good, wrong] = await linesOf(ctx);
    expect(good).toMatchObject({ status: "ok", problems: null });
    expect(wrong?.problems).toContainEqual(
      expect.objectContaining({ column, message: expect.stringMatching(message), isBlocking }),
    );
    expect(wrong).toMatchObject({ line: 3, status: isBlocking ? "error" : "ok" });
  });

  test("in a workbook: a formula without result is said, with a result it is read", async ({ ctx }) => {
    const header = aList().trim().split(";");
    const row = (changes: Record<number, unknown>) => lea.split(";").map((value, index) => changes[index] ?? value);
    const workbook = await aWorkbook([
      header,
      row({ 1: { formula: "A1", result: "Léa" }, 2: new Date("2019-03-14T00:00:00Z"), 11: 59223 }),
      row({ 1: { formula: "A1/0", result: { error: "#DIV/0!" } }, 10: "5 rue du Bac" }),
    ]);
    await aTriedImport(await aDesk(ctx), workbook);
    expect(await linesOf(ctx)).toMatchObject([
      {
        status: "ok",
        data: { children: [{ firstName: "Léa", birthDate: "2019-03-14" }], home: { postalCode: "59223" } },
      },
      { status: "error", problems: [{ column: "Prénom enfant", value: "=A1/0" }, {}] },
    ]);
  });
});

test("one line to correct keeps its family out, and the others know which", async ({ ctx }) => {
  await aTriedImport(await aDesk(ctx), aList(lea, tom.replace("02/09/2021", "hier")));
  expect(await linesOf(ctx)).toMatchObject([
    { status: "error", message: expect.stringMatching(/ligne 3/), problems: null },
    { status: "error", problems: [{ column: "Date de naissance", value: "hier" }] },
  ]);
});

describe("families that are there already", () => {
  test("a child under other capitals and accents, its names in another order", async ({ ctx }) => {
    const household = await aHousehold(ctx, { name: "Durand-Petit" });
    await aChild(ctx, household, { firstName: "LEA", lastName: "Petit", birthName: "durand", birthDate: "2019-03-14" });
    await aTriedImport(await aDesk(ctx), aList(lea, tom, aya));
    expect(await linesOf(ctx)).toMatchObject([
      { status: "duplicate", householdId: household.id, message: expect.stringMatching(/déjà connu.*Durand-Petit/) },
      { status: "duplicate" },
      { status: "ok" },
    ]);
  });

  test("a parent by name and mailbox, not a namesake", async ({ ctx }) => {
    const household = await aHousehold(ctx);
    const [person] = await ctx.db
      .insert(persons)
      .values({ firstName: "Camille", lastName: "Durand", email: "Camille@exemple.fr", createdAt: ctx.now })
      .returning();
    await ctx.db
      .insert(householdMembers)
      .values({ householdId: household.id, personId: person?.id ?? "", role: "guardian" });
    await aTriedImport(
      await aDesk(ctx),
      aList(
        lea,
        lea
          .replaceAll("camille@exemple.fr", "")
          .replaceAll("06 12 34 56 78", "")
          .replace("3 rue", "9 rue")
          .replace("Léa", "Lou"),
      ),
    );
    expect(await linesOf(ctx)).toMatchObject([{ status: "duplicate" }, { status: "ok" }]);
  });
});

test("the two files of ONDE are one family of two households", async ({ ctx }) => {
  await aTriedImport(await aDesk(ctx), ondePupils, ondeGuardians);
  const lines = await linesOf(ctx);
  expect(lines.map(({ part, line, status, family }) => [part, line, status, family])).toEqual([
    [1, 2, "ok", 0],
    [1, 3, "ok", 0],
    [2, 2, "ok", 0],
    [2, 3, "ok", 0],
    [2, 4, "ok", 0],
  ]);
  expect(await ctx.db.select().from(households)).toEqual([]);
});

test("run again after it was cut off, it begins again", async ({ ctx }) => {
  const desk = await aDesk(ctx);
  const importId = await aTriedImport(desk, aList(lea));
  await checkImport(desk.portal, { importId });
  expect(await linesOf(ctx)).toHaveLength(1);
  expect(await codeOf(checkImport(desk.agent, { importId }))).toBe("forbidden");
});
