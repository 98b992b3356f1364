import { asc, eq, inArray, sql } from "drizzle-orm";
import { accounts, householdIndex, householdMembers, households, persons } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { plainText } from "@/lib/core/text";
import { searchablePhone } from "./search-words";

/** Writes what a household is found by; every verb that names, calls or writes to someone ends with it. */
export async function indexHousehold(ctx: Context, householdId: string): Promise<void> {
  authorize(ctx, "household:write", { householdId });
  await write(ctx, [householdId]);
}

/** The same for many at once: an import, the demonstration town. */
export async function indexHouseholds(ctx: Context, householdIds: string[]): Promise<void> {
  authorize(ctx, "families:write");
  await write(ctx, householdIds);
}

async function write({ db }: Context, ids: string[]): Promise<void> {
  // Locked first: of two changes at the same moment, the second one reads what the first one wrote.
  const named = await db
    .select({ id: households.id, name: households.name })
    .from(households)
    .where(inArray(households.id, ids))
    .orderBy(asc(households.id))
    .for("no key update");
  const members = await db
    .select({
      householdId: householdMembers.householdId,
      names: sql<string>`concat_ws(' ', ${persons.firstName}, ${persons.lastName}, ${persons.birthName})`,
      emails: sql<string>`concat_ws(' ', ${persons.email}, ${accounts.email})`,
      phone: persons.phone,
      homePhone: persons.homePhone,
      workPhone: persons.workPhone,
    })
    .from(householdMembers)
    .innerJoin(persons, eq(persons.id, householdMembers.personId))
    .leftJoin(accounts, eq(accounts.personId, persons.id))
    .where(inArray(householdMembers.householdId, ids));

  const words = new Map(named.map(({ id, name }) => [id, [name]]));
  for (const member of members) words.get(member.householdId)?.push(...wordsOf(member));
  const rows = [...words].map(([householdId, texts]) => ({ householdId, content: contentOf(texts) }));
  if (rows.length === 0) return;
  await db
    .insert(householdIndex)
    .values(rows)
    .onConflictDoUpdate({ target: householdIndex.householdId, set: { content: sql`excluded.content` } });
}

type Member = { names: string; emails: string } & Record<"phone" | "homePhone" | "workPhone", string | null>;

const wordsOf = ({ names, emails, phone, homePhone, workPhone }: Member): string[] => [
  names,
  emails,
  ...[phone, homePhone, workPhone].flatMap((number) => (number ? searchablePhone(number) : [])),
];

/** Each word once: a family shares its name and its line. */
const contentOf = (texts: string[]): string => [...new Set(plainText(texts.join(" ")).split(" "))].join(" ");
