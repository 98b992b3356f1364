import { describe, expect, test } from "vitest";
import { bandProblem, bandsFrom, readPastedBands } from "@/lib/catalogue/tariffs/bands/rules";
import { roncq } from "./roncq";

describe("a pasted grid", () => {
  test.for<[string, string, [number, number, number?][]]>([
    [
      "of a deliberation",
      "Quotient familial ; Prix\n0 à 399 ; 0,50\n400 à 639 ; 1,75\n640 et plus ; 2,35",
      [
        [0, 50],
        [400, 175],
        [640, 235],
      ],
    ],
    [
      "of a table with euros",
      "T1\t0\t399\t0,50 €\nT2\t400\t\t1,75 €",
      [
        [0, 50],
        [400, 175],
      ],
    ],
    [
      "with prices for families from elsewhere",
      "0-399\t0,50\t6,50\n400+\t1,75\t6,50",
      [
        [0, 50, 650],
        [400, 175, 650],
      ],
    ],
    [
      "with thousands",
      "0 à 1 149 : 3,05\n1 150 et plus : 3,55",
      [
        [0, 305],
        [1150, 355],
      ],
    ],
    [
      "of whole euros",
      "0 400 2\n400 900 7\n900 14",
      [
        [0, 200],
        [400, 700],
        [900, 1400],
      ],
    ],
    [
      "that says less than",
      "< 400\t0,50\n400\t1,75",
      [
        [0, 50],
        [400, 175],
      ],
    ],
    [
      "in any order, first from nought",
      "640 2,35\n1 0,50",
      [
        [0, 50],
        [640, 235],
      ],
    ],
  ])("%s", ([, text, rows]) => {
    const read = readPastedBands(text);
    expect(read.problems).toEqual([]);
    expect(
      read.rows.map(({ min, cents }) => [min, cents.resident, ...(cents.nonResident ? [cents.nonResident] : [])]),
    ).toEqual(rows);
  });

  test("says which line it did not understand", () => {
    expect(readPastedBands("0 à 399 ; 0,50\nvoir 3").problems).toEqual(["Ligne 2 : « voir 3 » n’a pas été comprise."]);
  });
});

describe("bands", () => {
  test("of the published grid have no problem", () => {
    expect(bandProblem(roncq)).toBeUndefined();
    expect(
      bandProblem(
        bandsFrom([
          { min: 0, cents: 1 },
          { min: 400, cents: 2 },
        ]),
      ),
    ).toBeUndefined();
  });

  test.for<[string, { min: number; max: number | null }[], RegExp]>([
    ["nothing", [], /au moins une/],
    [
      "a hole",
      [
        { min: 0, max: 400 },
        { min: 401, max: null },
      ],
      /commence à 401/,
    ],
    [
      "an overlap",
      [
        { min: 0, max: 400 },
        { min: 300, max: null },
      ],
      /commence à 300/,
    ],
    [
      "two ends",
      [
        { min: 0, max: null },
        { min: 400, max: null },
      ],
      /n’a pas de fin/,
    ],
    [
      "a band that ends before it begins",
      [
        { min: 0, max: 0 },
        { min: 0, max: null },
      ],
      /avant d’avoir commencé/,
    ],
  ])("refuses %s", ([, rows, problem]) => {
    expect(bandProblem(rows.map((row, index) => ({ ...row, code: `T${index}`, cents: 1 })))).toMatch(problem);
  });

  test("refuses the same name twice", () => {
    const band = { code: "T1", cents: 1 };
    expect(
      bandProblem([
        { ...band, min: 0, max: 4 },
        { ...band, min: 4, max: null },
      ]),
    ).toMatch(/deux fois/);
  });
});
