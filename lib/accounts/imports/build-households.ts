import type { NewHousehold } from "@/lib/families/input";
import { type GroupedHousehold, groupFamilies, keysOf } from "./group-families";
import type { Address, LineData, ReadAdult, ReadChild } from "./parse-line";

/** A household to create, with the children that it brings, and those that another household of the family brought. */
export type BuiltHousehold = {
  household: NewHousehold;
  /** Its children's identities, in the order of `household.children`. */
  created: string[];
  shared: { child: string; relation?: ReadAdult["relation"]; authority?: boolean }[];
};

/** The households of one family, from all of its lines: the same ones each time it is asked. */
export function buildHouseholds(lines: readonly LineData[]): BuiltHousehold[] {
  const { families } = groupFamilies(lines.map(keysOf));
  const brought = new Set<string>();
  return families.flatMap(({ households }) => households.map((one) => build(one, lines, brought)));
}

function build(
  { adults, children }: GroupedHousehold,
  lines: readonly LineData[],
  brought: Set<string>,
): BuiltHousehold {
  const guardians = adults.map((places) => merge(places.map(({ line, place }) => lines[line]?.adults[place])));
  const kids = children.map((places) => ({
    id: identity(places),
    lines: new Set(places.map(({ line }) => line)),
    child: merge(places.map(({ line, place }) => lines[line]?.children[place])),
  }));
  const fresh = kids.filter(({ id }) => !brought.has(id));
  const ties = adults.flatMap((places, guardian) =>
    fresh.flatMap(({ lines: named }, child) => {
      const said = places.find(({ line }) => named.has(line));
      const adult = said && lines[said.line]?.adults[said.place];
      return adult ? [{ guardian, child, ...tieOf(adult) }] : [];
    }),
  );
  const shared = kids.filter(({ id }) => brought.has(id)).map(({ id }) => ({ child: id, ...sharedTie(guardians[0]) }));
  for (const { id } of fresh) brought.add(id);
  return {
    household: {
      address: addressOf(adults, children, lines),
      guardians: guardians.map(({ address: _, relation: __, authority: ___, ...adult }) => adult),
      children: fresh.map(({ child }) => ({ ...child, birthDate: child.birthDate ?? "" })),
      ties,
    },
    created: fresh.map(({ id }) => id),
    shared,
  };

  /** The first line that names a child names it for the whole family. */
  function identity(places: { line: number; place: number }[]): string {
    const [first] = places;
    return `${first?.line}:${first?.place}`;
  }
}

const tieOf = ({ relation, authority }: ReadAdult) => ({
  ...(relation && { relation }),
  ...(authority !== undefined && { exercisesParentalAuthority: authority }),
});

const sharedTie = (adult: ReadAdult | undefined) => ({ relation: adult?.relation, authority: adult?.authority });

/** One person as several lines tell of them: what the first one leaves out, the next ones say. */
function merge<T extends ReadAdult | ReadChild>(told: readonly (T | undefined)[]): T {
  return Object.assign({}, ...told.toReversed()) as T;
}

function addressOf(
  adults: GroupedHousehold["adults"],
  children: GroupedHousehold["children"],
  lines: readonly LineData[],
): Address {
  const own = adults.flat().map(({ line, place }) => lines[line]?.adults[place]?.address ?? lines[line]?.home);
  const inherited = children.flat().map(({ line }) => lines[line]?.home);
  const found = [...own, ...inherited].find(Boolean);
  if (!found) throw new Error("A household without an address was let through");
  return found;
}
