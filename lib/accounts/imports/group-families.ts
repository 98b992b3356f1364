import { nameKey, streetKey } from "../sign-up/rules";
import type { Address, LineData, ReadAdult, ReadChild } from "./parse-line";

/** What of a line tells who belongs with whom: kept for every line of a file at once, so nothing more than that. */
export type LineKeys = {
  adults: { name: string; home: string | undefined }[];
  /** Under the birth name and under the usual one. */
  children: { names: string[]; birthDate: string | undefined }[];
  home: string | undefined;
  number: string | undefined;
};

/** One person, at the places of the lines where they stand. */
type Place = { line: number; place: number };
export type GroupedHousehold = { adults: Place[][]; children: Place[][] };
export type GroupedFamily = { lines: number[]; households: GroupedHousehold[] };
export type Grouping = { families: GroupedFamily[]; problems: Map<number, string[]> };

export const keysOf = ({ adults, children, home, number }: LineData): LineKeys => ({
  adults: adults.map((adult) => ({ name: adultName(adult), home: adult.address && homeKey(adult.address) })),
  children: children.map((child) => ({ names: childNames(child), birthDate: child.birthDate })),
  home: home && homeKey(home),
  number,
});

export const adultName = ({ firstName, lastName, birthName }: ReadAdult): string =>
  nameKey(firstName, birthName ?? lastName);
export const childNames = ({ firstName, lastName, birthName }: ReadChild): string[] => [
  ...new Set([nameKey(firstName, birthName ?? lastName), nameKey(firstName, lastName)]),
];
const homeKey = ({ street, postalCode }: Address): string => `${streetKey(street)}|${postalCode}`;

/**
 * Who lives with whom. Adults at one address who have a child in common, or stand on one line, are one household; a child
 * of two addresses has two. Households that share a child are one family: they come in together.
 */
export function groupFamilies(lines: readonly LineKeys[]): Grouping {
  const problems = new Map<number, string[]>();
  const tell = (line: number, message: string) => problems.set(line, [...(problems.get(line) ?? []), message]);
  const people = resolve(lines, tell);

  const homes = new Links();
  const families = new Links();
  for (const { adults, children, number } of people) {
    for (const { id: adult, home } of adults) {
      homes.add(adult);
      for (const other of adults) if (other.home === home) homes.join(adult, other.id);
      if (number) homes.join(adult, `${number}|${home}`);
      for (const child of children) {
        homes.join(adult, `${child}@${home}`);
        families.join(adult, child);
      }
      for (const other of adults) families.join(adult, other.id);
      if (number) families.join(adult, `number:${number}`);
    }
    for (const child of children) families.add(child);
    for (const [one, other] of pairs(children)) families.join(one, other);
  }
  for (const { adults } of people) for (const { id } of adults) families.join(id, homes.root(id));
  return { families: collect(people, homes, families, tell), problems };
}

type Tell = (line: number, message: string) => void;
type Person = { adults: { id: string; home: string }[]; children: string[]; number: string | undefined };

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.slice(1).map((item, index): [T, T] => [list[index] ?? item, item]);

/** Gives each child and each adult an identity of its own, across the lines and the files. */
function resolve(lines: readonly LineKeys[], tell: Tell): Person[] {
  const known = new Map<string, Set<string>>();
  for (const { children } of lines) {
    for (const { names, birthDate } of children) {
      if (!birthDate) continue;
      const id = `${names[0]}|${birthDate}`;
      for (const name of names) known.set(name, (known.get(name) ?? new Set()).add(id));
    }
  }
  const idOf = (child: LineKeys["children"][number], line: number): string | undefined => {
    const all = [...new Set(child.names.flatMap((name) => [...(known.get(name) ?? [])]))];
    const ids = child.birthDate ? all.filter((id) => id.endsWith(`|${child.birthDate}`)) : all;
    if (ids.length === 1 || (child.birthDate && ids.length > 0)) return ids[0];
    tell(
      line,
      ids.length === 0
        ? "La date de naissance de l’enfant manque, et aucune autre ligne ne la donne."
        : "Plusieurs enfants portent ce nom : ajoutez la date de naissance.",
    );
    return undefined;
  };

  const children = lines.map((line, index) => line.children.flatMap((child) => idOf(child, index) ?? []));
  const homeOfChild = new Map<string, string>();
  for (const [index, { home }] of lines.entries()) {
    if (home) for (const child of children[index] ?? []) if (!homeOfChild.has(child)) homeOfChild.set(child, home);
  }
  return lines.map(({ adults, home, number }, index) => ({
    number,
    children: children[index] ?? [],
    adults: adults.map((adult) => {
      const inherited = home ?? (children[index] ?? []).flatMap((child) => homeOfChild.get(child) ?? [])[0];
      const own = adult.home ?? inherited;
      if (!own) tell(index, "L’adresse du responsable manque.");
      return { id: `${adult.name}@${own ?? index}`, home: own ?? String(index) };
    }),
  }));
}

const MOST_ADULTS = 4;
const MOST_CHILDREN = 15;

function collect(people: Person[], homes: Links, families: Links, tell: Tell): GroupedFamily[] {
  const found = new Map<string, { lines: number[]; households: Map<string, Household> }>();
  const householdsOf = new Map<string, Set<string>>();
  for (const { adults, children } of people) {
    for (const child of children) {
      for (const { id } of adults) {
        householdsOf.set(child, (householdsOf.get(child) ?? new Set()).add(homes.root(id)));
      }
    }
  }
  for (const [line, { adults, children }] of people.entries()) {
    const anyone = adults[0]?.id ?? children[0];
    if (!anyone) continue;
    const root = families.root(anyone);
    const family = found.get(root) ?? { lines: [], households: new Map<string, Household>() };
    found.set(root, family);
    family.lines.push(line);
    for (const [place, { id }] of adults.entries()) {
      addPlace(householdIn(family.households, homes.root(id)).adults, id, { line, place });
    }
    for (const [place, child] of children.entries()) {
      const owners = householdsOf.get(child);
      if (!owners) tell(line, "Aucun responsable n’est indiqué pour cet enfant.");
      if (owners && owners.size > 2) tell(line, "Les responsables de cet enfant ont plus de deux adresses.");
      for (const owner of owners ?? [])
        addPlace(householdIn(family.households, owner).children, child, { line, place });
    }
  }
  return [...found.values()].map(({ lines, households }) => {
    const all = [...households.values()];
    const problem = all.map(problemOf).find(Boolean);
    if (problem) for (const line of lines) tell(line, problem);
    return {
      lines,
      households: all.map(({ adults, children }) => ({
        adults: [...adults.values()],
        children: [...children.values()],
      })),
    };
  });
}

type Household = { adults: Map<string, Place[]>; children: Map<string, Place[]> };

function problemOf({ adults, children }: Household): string | undefined {
  if (children.size === 0) return "Aucun enfant n’est indiqué pour ce responsable.";
  if (adults.size > MOST_ADULTS) return "Plus de quatre responsables vivent à cette adresse.";
  return children.size > MOST_CHILDREN ? "Plus de quinze enfants vivent à cette adresse." : undefined;
}

function householdIn(households: Map<string, Household>, id: string): Household {
  const known = households.get(id) ?? { adults: new Map(), children: new Map() };
  households.set(id, known);
  return known;
}

const addPlace = (people: Map<string, Place[]>, id: string, place: Place) =>
  people.set(id, [...(people.get(id) ?? []), place]);

/** Which names belong together, whatever the order in which one learns it. */
class Links {
  readonly #above = new Map<string, string>();

  add(name: string): void {
    if (!this.#above.has(name)) this.#above.set(name, name);
  }

  root(name: string): string {
    let at = name;
    for (let above = this.#above.get(at); above !== undefined && above !== at; above = this.#above.get(at)) {
      this.#above.set(at, this.#above.get(above) ?? above);
      at = above;
    }
    return at;
  }

  join(one: string, other: string): void {
    this.add(one);
    this.add(other);
    this.#above.set(this.root(one), this.root(other));
  }
}
