import { eq, inArray, sql } from "drizzle-orm";
import { accounts, householdMembers, households, persons } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { nameKey } from "../sign-up/rules";
import { adultName, childNames } from "./group-families";
import type { LineData } from "./parse-line";

export type Known = { householdId: string; household: string; firstName: string; lastName: string };

/**
 * Whom of some lines the portal knows already, by line: a child by its names and birth date, an adult by its names and
 * a mailbox or a telephone in common. One statement for all of them.
 */
export const findKnownPeople = async ({ db }: Context, lines: readonly LineData[]): Promise<Map<number, Known>> => {
  const births = [...new Set(lines.flatMap(({ children }) => children.flatMap(({ birthDate }) => birthDate ?? [])))];
  const emails = [...new Set(lines.flatMap(({ adults }) => adults.flatMap(({ email }) => email ?? [])))];
  const phones = [...new Set(lines.flatMap(({ adults }) => adults.flatMap(phonesOf)))];
  if (births.length + emails.length + phones.length === 0) return new Map();

  const rows = await db
    .select({
      householdId: households.id,
      household: households.name,
      firstName: persons.firstName,
      lastName: persons.lastName,
      birthName: persons.birthName,
      birthDate: persons.birthDate,
      emails: sql<(string | null)[]>`array[lower(${persons.email}), ${accounts.email}]`,
      phones: sql<(string | null)[]>`array[${persons.phone}, ${persons.homePhone}, ${persons.workPhone}]`,
    })
    .from(persons)
    .innerJoin(householdMembers, eq(householdMembers.personId, persons.id))
    .innerJoin(households, eq(households.id, householdMembers.householdId))
    .leftJoin(accounts, eq(accounts.personId, persons.id))
    .where(sql`${persons.id} in (${sql.join(idsOf({ births, emails, phones }), sql` union `)})`);

  const byName = new Map<string, typeof rows>();
  for (const row of rows) {
    for (const name of new Set([
      nameKey(row.firstName, row.birthName ?? row.lastName),
      nameKey(row.firstName, row.lastName),
    ])) {
      byName.set(name, [...(byName.get(name) ?? []), row]);
    }
  }
  const found = new Map<number, Known>();
  for (const [index, { adults, children }] of lines.entries()) {
    const child = children.flatMap((one) =>
      childNames(one)
        .flatMap((name) => byName.get(name) ?? [])
        .filter(({ birthDate }) => birthDate && birthDate === one.birthDate),
    );
    const adult = adults.flatMap((one) =>
      (byName.get(adultName(one)) ?? []).filter(
        ({ emails, phones }) =>
          (one.email && emails.includes(one.email)) || phonesOf(one).some((phone) => phones.includes(phone)),
      ),
    );
    const [known] = [...child, ...adult];
    if (known) found.set(index, known);
  }
  return found;
};

type Sought = { births: string[]; emails: string[]; phones: string[] };

/** Each asked of an index of its own: joined by "or" they would read everybody. */
const idsOf = ({ births, emails, phones }: Sought) =>
  [
    births.length > 0 && sql`select id from persons where ${inArray(persons.birthDate, births)}`,
    emails.length > 0 && sql`select id from persons where ${inArray(sql`lower(${persons.email})`, emails)}`,
    emails.length > 0 && sql`select person_id from accounts where ${inArray(accounts.email, emails)}`,
    phones.length > 0 && sql`select id from persons where ${inArray(persons.phone, phones)}`,
  ].filter((asked) => asked !== false);

const phonesOf = ({ phone, homePhone, workPhone }: LineData["adults"][number]): string[] =>
  [phone, homePhone, workPhone].flatMap((number) => number ?? []);
