import { and, asc, eq, inArray, like, or, sql } from "drizzle-orm";
import { householdIndex, householdMembers, households, invoices, persons, receipts } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { searchWords } from "../search-words";

export const PAGE_SIZE = 25;

export type FoundHousehold = Awaited<ReturnType<typeof searchHouseholds>>["households"][number];

/** Households by any piece of a name, a number or an address of a member, or by a whole number of receipt or invoice. */
export async function searchHouseholds(ctx: Context, { text, page = 1 }: { text: string; page?: number }) {
  authorize(ctx, "families:read");

  const words = searchWords(text);
  const [first] = words;
  const rows = await ctx.db
    .select({
      id: households.id,
      name: households.name,
      city: households.city,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(householdIndex)
    .innerJoin(households, eq(households.id, householdIndex.householdId))
    .where(or(and(...words.map((word) => like(householdIndex.content, `%${word}%`))), hasPaper(ctx, text)))
    .orderBy(
      // Who bears the name before who only knows someone who does.
      ...(first ? [sql`${householdIndex.content} not like ${`${first}%`}`] : []),
      asc(households.name),
      asc(households.id),
    )
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const members = await listMembers(
    ctx,
    rows.map(({ id }) => id),
  );
  return {
    total: rows[0]?.total ?? 0,
    households: rows.map(({ total: _, ...household }) => ({ ...household, ...seenOf(members, household.id) })),
  };
}

/** Letters and at least four figures: what no telephone and no name is made of. */
const NUMBER = /^(?=.*[A-Z])(?=.*\d{4})[A-Z0-9-]{6,24}$/;

function hasPaper({ db }: Context, text: string) {
  const number = text.replace(/\s/g, "").toUpperCase();
  if (!NUMBER.test(number)) return undefined;
  const receipt = db.select({ id: receipts.householdId }).from(receipts).where(eq(receipts.number, number));
  const invoice = db
    .select({ id: invoices.householdId })
    .from(invoices)
    .where(inArray(invoices.number, [number, text.trim()]));
  return or(inArray(householdIndex.householdId, receipt), inArray(householdIndex.householdId, invoice));
}

type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

const listMembers = ({ db }: Context, householdIds: string[]) =>
  db
    .select({
      householdId: householdMembers.householdId,
      role: householdMembers.role,
      firstName: persons.firstName,
      lastName: persons.lastName,
      phone: sql<string | null>`coalesce(${persons.phone}, ${persons.homePhone}, ${persons.workPhone})`,
    })
    .from(householdMembers)
    .innerJoin(persons, eq(persons.id, householdMembers.personId))
    .where(inArray(householdMembers.householdId, householdIds))
    .orderBy(asc(householdMembers.role), asc(householdMembers.rank));

function seenOf(members: MemberRow[], householdId: string) {
  const own = members.filter((member) => member.householdId === householdId);
  const adults = own.filter(({ role }) => role === "guardian");
  return {
    adults: adults.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
    children: own.filter(({ role }) => role === "child").map(({ firstName }) => firstName),
    phone: adults.find(({ phone }) => phone)?.phone ?? null,
  };
}
