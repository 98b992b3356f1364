import { eq, inArray, or, sql } from "drizzle-orm";
import { accounts, householdMembers, households, persons } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import type { SignUpInput } from "./input";
import { type DuplicateReason, duplicateReasons, nameKey, streetKey, streetNumber } from "./rules";

export type Duplicate = { householdId: string; name: string; address: string; reasons: DuplicateReason[] };
type Request = { id: string; data: SignUpInput };

/** The households that each request may already be, two statements for all of them. */
export async function findDuplicates(ctx: Context, requests: Request[]): Promise<Map<string, Duplicate[]>> {
  authorize(ctx, "accounts:review");
  if (requests.length === 0) return new Map();

  const [people, neighbours] = await Promise.all([listPeople(ctx, requests), listNeighbours(ctx, requests)]);
  return new Map(requests.map(({ id, data }) => [id, duplicatesOf(data, people, neighbours)]));
}

type Person = Awaited<ReturnType<typeof listPeople>>[number];
type Neighbour = Awaited<ReturnType<typeof listNeighbours>>[number];

const household = {
  householdId: households.id,
  name: households.name,
  street: households.street,
  postalCode: households.postalCode,
  city: households.city,
};

function listPeople({ db }: Context, requests: Request[]) {
  const births = requests.flatMap(({ data }) => [data.adult.birthDate, ...data.children.map((c) => c.birthDate)]);
  const phones = requests.map(({ data }) => data.adult.phone);
  const emails = requests.map(({ data }) => data.adult.email);
  return db
    .select({
      ...household,
      role: householdMembers.role,
      firstName: persons.firstName,
      lastName: persons.lastName,
      birthName: persons.birthName,
      birthDate: persons.birthDate,
      phones: sql<(string | null)[]>`array[${persons.phone}, ${persons.homePhone}, ${persons.workPhone}]`,
      email: sql<string | null>`lower(${persons.email})`,
      accountEmail: accounts.email,
    })
    .from(persons)
    .innerJoin(householdMembers, eq(householdMembers.personId, persons.id))
    .innerJoin(households, eq(households.id, householdMembers.householdId))
    .leftJoin(accounts, eq(accounts.personId, persons.id))
    .where(
      or(
        inArray(persons.birthDate, births),
        inArray(persons.phone, phones),
        inArray(persons.homePhone, phones),
        inArray(persons.workPhone, phones),
        inArray(sql`lower(${persons.email})`, emails),
        inArray(accounts.email, emails),
      ),
    );
}

/** Only those at one of the numbers asked for: the rest of the street is compared in words. */
function listNeighbours({ db }: Context, requests: Request[]) {
  const codes = requests.map(({ data }) => data.address.postalCode);
  const numbers = requests.map(({ data }) => streetNumber(data.address.street));
  return db
    .select(household)
    .from(households)
    .where(
      sql`${inArray(households.postalCode, codes)}
        and ${inArray(sql`coalesce(substring(${households.street} from '[0-9]+'), '')`, numbers)}`,
    );
}

function duplicatesOf({ adult, address, children }: SignUpInput, people: Person[], neighbours: Neighbour[]) {
  const found = new Map<string, Duplicate & { seen: Set<DuplicateReason> }>();
  const add = (home: Neighbour, reason: DuplicateReason) => {
    const { householdId, name, street, postalCode, city } = home;
    const known = found.get(householdId) ?? {
      householdId,
      name,
      address: `${street}, ${postalCode} ${city}`,
      reasons: [],
      seen: new Set(),
    };
    known.seen.add(reason);
    found.set(householdId, known);
  };

  for (const person of people) {
    if (children.some((child) => isSame(child, person))) add(person, "child");
    if (isSame(adult, person)) add(person, "adult");
    if ([person.email, person.accountEmail].includes(adult.email)) add(person, "email");
    if (person.phones.includes(adult.phone)) add(person, "phone");
  }
  for (const home of neighbours) {
    const isThere = home.postalCode === address.postalCode && streetKey(home.street) === streetKey(address.street);
    if (isThere) add(home, "address");
  }
  return [...found.values()]
    .map(({ seen, ...duplicate }) => ({ ...duplicate, reasons: duplicateReasons.filter((reason) => seen.has(reason)) }))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = ({ reasons: [first = "address"] }: Duplicate) => duplicateReasons.indexOf(first);

type Named = { firstName: string; lastName: string; birthDate: string };

/** Under the usual name or the birth name. */
const isSame = (asked: Named, person: Person): boolean =>
  asked.birthDate === person.birthDate &&
  [person.lastName, person.birthName].some(
    (lastName) => lastName && nameKey(asked.firstName, asked.lastName) === nameKey(person.firstName, lastName),
  );
