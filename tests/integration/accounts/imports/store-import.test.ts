import { describe, expect } from "vitest";
import { importFiles, imports } from "@/db/schema";
import { storeImport } from "@/lib/accounts/imports/store-import";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aPdf, aPhoto } from "../../../support/files";
import { asVisitor, eventTypes } from "../../auth/people";
import { anOfficer } from "../sign-up/requests";
import { aBombWorkbook, aList, anUpload, aWorkbook, aya, lea, ondeGuardians, ondePupils, windows1252 } from "./files";

const formatsOf = async ({ db }: Context) =>
  await db
    .select({ format: importFiles.format, header: importFiles.header, lines: importFiles.lines })
    .from(importFiles);

describe("a table is recognised by what it holds", () => {
  test.for([
    ["UTF-8, semicolons", Buffer.from(aList(lea)), "utf-8", ";"],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${aList(lea)}`), "utf-8", ";"],
    ["Windows-1252", windows1252(aList(lea)), "windows-1252", ";"],
    ["commas", Buffer.from(aList(lea).replaceAll(";", ",")), "utf-8", ","],
    [
      "tabs, as Excel's Unicode text",
      Buffer.from(`\ufeff${aList(lea).replaceAll(";", "\t")}`, "utf16le"),
      "utf-16le",
      "\t",
    ],
  ] as const)("%s", async ([, bytes, encoding, delimiter], { ctx }) => {
    await anUpload(await anOfficer(ctx), bytes);
    expect(await formatsOf(ctx)).toMatchObject([
      {
        format: { kind: "csv", encoding, delimiter },
        lines: 1,
        header: expect.arrayContaining(["Nom enfant", "Prénom enfant"]),
      },
    ]);
  });

  test("a workbook, whatever its name", async ({ ctx }) => {
    const rows = aList(lea, aya)
      .trim()
      .split("\r\n")
      .map((line) => line.split(";"));
    await anUpload(await anOfficer(ctx), await aWorkbook(rows));
    expect(await formatsOf(ctx)).toMatchObject([{ format: { kind: "xlsx" }, lines: 2 }]);
    expect(await eventTypes(ctx)).toContain("import.uploaded");
  });

  test("the two files of ONDE together", async ({ ctx }) => {
    await anUpload(await anOfficer(ctx), ondePupils, ondeGuardians);
    expect(await ctx.db.select({ lines: importFiles.lines }).from(importFiles)).toEqual([{ lines: 2 }, { lines: 3 }]);
    expect(await ctx.db.select({ total: imports.total }).from(imports)).toEqual([{ total: 5 }]);
  });
});

describe("what is no table is refused in a sentence", () => {
  const wide = Array.from({ length: 300 }, (_, index) => `colonne ${index}`).join(";");
  const cases: [string, () => Buffer | Promise<Buffer>, RegExp][] = [
    ["empty", () => Buffer.alloc(0), /vide/],
    ["only blank lines", () => Buffer.from("\n\n\n"), /lignes vides|aucune ligne/],
    ["only a header", () => Buffer.from(aList()), /personne à importer/],
    ["300 columns", () => Buffer.from(`${wide}\n${wide}\n`), /300 colonnes/],
    ["one column", () => Buffer.from("Nom\nDurand\n"), /titres des colonnes/],
    ["a photograph named .csv", () => aPhoto(), /ni un CSV ni un classeur/],
    ["a PDF named .csv", () => aPdf(), /ni un CSV ni un classeur/],
    ["bytes of no kind", () => Buffer.from([1, 2, 3, 0, 5, 6, 7, 0]), /ni un CSV ni un classeur/],
    ["an old Excel", () => Buffer.from("d0cf11e0a1b11ae1".padEnd(200, "0"), "hex"), /ancien format Excel/],
    [
      "a workbook cut off",
      async () =>
        (
          await aWorkbook([
            ["a", "b", "c"],
            [1, 2, 3],
          ])
        ).subarray(0, 2000),
      /abîmé/,
    ],
    [
      "a workbook that says it unpacks to 300 MB",
      () => aBombWorkbook(1, 300 * 1024 * 1024),
      /trop volumineux une fois ouvert/,
    ],
    ["a workbook that unpacks to more than it declares", () => aBombWorkbook(8, 1000), /abîmé/],
    ["a quote left open", () => Buffer.from(aList(lea, `"${aya}`)), /guillemet/],
    ["too large", () => Buffer.alloc(20 * 1024 * 1024 + 1, "a"), /20\sMo/],
    ["too long", () => Buffer.from(`a;b;c\n${"1;2;3\n".repeat(50_001)}`), /50.000 lignes/],
  ];
  test.for(cases)("%s", async ([, bytes, sentence], { ctx }) => {
    const agent = await anOfficer(ctx);
    const refusal = await storeImport(agent, [{ fileName: "familles.csv", bytes: await bytes() }]).catch(
      (error) => error,
    );
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal.details.message).toMatch(/^familles\.csv : /);
    expect(refusal.details.message).toMatch(sentence);
    expect(await ctx.db.select().from(imports)).toEqual([]);
  });
});

test("is for those who may import", async ({ ctx }) => {
  const file = { fileName: "a.csv", bytes: Buffer.from(aList(lea)) };
  expect(await codeOf(storeImport(asVisitor(ctx), [file]))).toBe("unauthenticated");
  expect(await codeOf(storeImport(await anOfficer(ctx, "auditor"), [file]))).toBe("forbidden");
});
