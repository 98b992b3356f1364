import { randomUUID } from "node:crypto";
import { persons } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { assertBirthDate } from "./assert-birth-date";
import type { AdultInput, ChildInput, ContactInput } from "./input";

export type NewPerson = AdultInput | ChildInput | ContactInput;

/**
 * Writes people as they were typed, an empty field being an absent one; their identifiers come in the same order.
 * Plumbing of the commands of this domain, which have authorized.
 */
export async function insertPersons(
  { db, now }: Context,
  people: NewPerson[],
  who: "child" | "adult",
): Promise<string[]> {
  if (people.length === 0) return [];
  for (const person of people) assertBirthDate("birthDate" in person ? person.birthDate : undefined, now, who);

  const ids = people.map(() => randomUUID());
  await db.insert(persons).values(
    people.map((person, index) => ({
      ...withoutEmpty(person),
      firstName: person.firstName,
      lastName: person.lastName,
      id: ids[index],
      createdAt: now,
    })),
  );
  return ids;
}

/** "" in a form is null in the database, which no comparison then takes for a value. */
const withoutEmpty = (person: NewPerson): Partial<typeof persons.$inferInsert> =>
  Object.fromEntries(Object.entries(person).filter(([, value]) => value !== "" && value !== undefined));
