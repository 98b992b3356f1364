import { describe, expect, test } from "vitest";
import { groupFamilies, keysOf } from "@/lib/accounts/imports/group-families";
import type { Address, LineData, ReadAdult, ReadChild } from "@/lib/accounts/imports/parse-line";

const home: Address = { street: "1 rue de Test", postalCode: "21000", city: "Dijon" };
const elsewhere: Address = { street: "2 rue de Test", postalCode: "21000", city: "Dijon" };
const adult = (firstName: string, lastName: string, address?: Address): ReadAdult => ({
  firstName,
  lastName,
  ...(address && { address }),
});
const child = (firstName: string, birthDate?: string, lastName = "Martin"): ReadChild => ({
  firstName,
  lastName,
  ...(birthDate && { birthDate }),
});
const group = (...lines: Partial<LineData>[]) =>
  groupFamilies(lines.map((line) => keysOf({ adults: [], children: [], ...line })));
const sizes = ({ families }: ReturnType<typeof group>) =>
  families.map(({ lines, households }) => [lines, households.map((one) => [one.adults.length, one.children.length])]);

describe("the two files of ONDE", () => {
  const pupils = [
    { children: [child("Martin", "2019-01-01")], home },
    { children: [child("Martine", "2020-01-01")], home },
  ];

  test("a father of two, a mother of one at the same address, another elsewhere", () => {
    const grouped = group(
      ...pupils,
      { adults: [adult("Jean", "MARTIN", home)], children: [child("Martin"), child("Martine")] },
      { adults: [adult("Jeanne", "Martine", home)], children: [child("Martin")] },
      { adults: [adult("Janine", "Martino", elsewhere)], children: [child("Martine")] },
    );
    expect(grouped.problems).toEqual(new Map());
    expect(sizes(grouped)).toEqual([
      [
        [0, 1, 2, 3, 4],
        [
          [1, 1],
          [2, 2],
        ].reverse(),
      ],
    ]);
  });

  test("a guardian without an address lives where the pupil does", () => {
    const grouped = group(pupils[0] ?? {}, { adults: [adult("Jean", "Martin")], children: [child("Martin")] });
    expect(grouped.problems).toEqual(new Map());
    expect(sizes(grouped)).toEqual([[[0, 1], [[1, 1]]]]);
  });

  test("accents, capitals, hyphens and the order of words make nobody else", () => {
    const grouped = group(
      { children: [child("Éloïse Anne", "2019-01-01", "DE LA TOUR")], home },
      { adults: [adult("Zoé", "Petit", home)], children: [child("ELOISE-ANNE", undefined, "de la Tour")] },
      {
        adults: [adult("ZOE", "PETIT", { ...home, street: "1, r. de TEST" })],
        children: [child("Anne Eloise", "2019-01-01", "De La Tour")],
      },
    );
    expect(grouped.problems).toEqual(new Map());
    expect(sizes(grouped)).toEqual([[[0, 1, 2], [[1, 1]]]]);
  });
});

describe("one line per child", () => {
  const both = [adult("Samira", "Benali"), adult("Karim", "Haddad", elsewhere)];

  test("siblings are one family, parents who live apart two households", () => {
    const grouped = group(
      { adults: both, children: [child("Adam", "2018-05-05")], home },
      { adults: both.slice(0, 1), children: [child("Ines", "2020-05-05")], home },
    );
    expect(sizes(grouped)).toEqual([
      [
        [0, 1],
        [
          [1, 2],
          [1, 1],
        ],
      ],
    ]);
  });

  test("namesakes at two addresses are two families", () => {
    const jean = [adult("Jean", "Martin")];
    const grouped = group(
      { adults: jean, children: [child("Léa", "2018-05-05")], home },
      { adults: jean, children: [child("Tom", "2019-05-05")], home: elsewhere },
    );
    expect(grouped.families).toHaveLength(2);
  });
});

describe("what cannot be understood is said on its line", () => {
  test.for([
    ["a child without guardian", { children: [child("Léa", "2018-05-05")], home }, /Aucun responsable/],
    ["a guardian without child", { adults: [adult("Jean", "Martin", home)] }, /Aucun enfant/],
    [
      "a guardian without address",
      { adults: [adult("Jean", "Martin")], children: [child("Léa", "2018-05-05")] },
      /adresse/,
    ],
    ["a child without birth date", { adults: [adult("Jean", "Martin", home)], children: [child("Léa")] }, /naissance/],
  ] as const)("%s", ([, line, problem]) => {
    expect(
      group(line as unknown as Partial<LineData>)
        .problems.get(0)
        ?.join(),
    ).toMatch(problem);
  });

  test("two children of one name", () => {
    const grouped = group(
      { children: [child("Léa", "2018-05-05")], home },
      { children: [child("Léa", "2019-05-05")], home },
      { adults: [adult("Jean", "Martin", home)], children: [child("Léa")] },
    );
    expect(grouped.problems.get(2)?.join()).toMatch(/Plusieurs enfants portent ce nom/);
  });

  test("three addresses for one child", () => {
    const homes = ["1 a", "2 b", "3 c"].map((street) => ({ ...home, street }));
    const grouped = group(
      ...homes.map((address, index) => ({
        adults: [adult(`A${index}`, "Martin", address)],
        children: [child("Léa", "2018-05-05")],
      })),
    );
    expect(grouped.problems.get(0)?.join()).toMatch(/plus de deux adresses/);
  });
});

test("ten thousand lines are grouped at once", () => {
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    keysOf({
      adults: [adult("Jean", `Martin${index % 4_000}`)],
      children: [child(`Léa ${index}`, "2018-05-05")],
      home: { ...home, street: `${index % 4_000} rue de Test` },
    }),
  );
  expect(groupFamilies(lines).families).toHaveLength(4_000);
});
