import { hashPassword } from "@/lib/auth/password";
import type { Context } from "@/lib/core/context";
import { accounts, enrollments, householdMembers, households, incomeQuotients, persons } from "../schema";
import { quotientFrom, schoolYearsOf, type TownDays } from "./days";
import type { Child, Family } from "./families";
import { insertRows } from "./insert-rows";
import type { Offer } from "./offers";

/** Everyone in the demonstration signs in with this. */
const PASSWORD = "Portail-Famille-2026";

const agents = [
  { email: "agent@exemple.fr", displayName: "Émilie Garnier", role: "site_manager" },
  { email: "facturation@exemple.fr", displayName: "Nadia Lambert", role: "billing_officer" },
  { email: "regie@exemple.fr", displayName: "Catherine Marchal", role: "revenue_officer" },
  { email: "admin@exemple.fr", displayName: "Philippe Noël", role: "admin" },
] as const;

/** Families with their members, quotients and accounts, and the agents of the town. */
export async function settlePeople({ db }: Context, families: Family[], { founded, from }: TownDays): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  const createdAt = founded;

  await insertRows(
    db,
    households,
    families.map(({ id, name, street, postalCode, city, tariffCategory }) => ({
      id,
      name,
      street,
      postalCode,
      city,
      tariffCategory,
      createdAt,
    })),
  );
  await insertRows(
    db,
    persons,
    families.flatMap(({ guardians, children }) => [
      ...guardians.map((guardian) => ({ ...guardian, createdAt })),
      ...children.map(({ school: _, ...child }) => ({ ...child, createdAt })),
    ]),
  );
  await insertRows(
    db,
    householdMembers,
    families.flatMap(({ id: householdId, guardians, children }) => [
      ...guardians.map(({ id: personId }, rank) => ({ householdId, personId, role: "guardian" as const, rank })),
      ...children.map(({ id: personId }, index) => ({
        householdId,
        personId,
        role: "child" as const,
        rank: index + 1,
      })),
    ]),
  );
  await insertRows(
    db,
    incomeQuotients,
    families.flatMap(({ id: householdId, quotient }) =>
      quotient ? [{ ...quotient, householdId, effectiveFrom: quotientFrom(from), createdAt }] : [],
    ),
  );
  await insertRows(
    db,
    accounts,
    families.flatMap(({ account, guardians: [guardian] }) =>
      guardian
        ? [
            {
              ...account,
              displayName: `${guardian.firstName} ${guardian.lastName}`,
              personId: guardian.id,
              passwordHash,
              createdAt,
            },
          ]
        : [],
    ),
  );
  await db.insert(accounts).values(agents.map((agent) => ({ ...agent, passwordHash, createdAt })));
}

/** Every child may be booked on what their school and the whole town offer, for each school year of the town's dates. */
export async function enrollChildren({ db }: Context, families: Family[], offers: Offer[], days: TownDays) {
  const activities = [...new Map(offers.map(({ activity }) => [activity.id, activity])).values()];
  const open = ({ school }: Child) =>
    activities.filter((activity) => activity.school === "all" || activity.school === school);
  const years = schoolYearsOf(days);
  await insertRows(
    db,
    enrollments,
    families.flatMap(({ children }) =>
      children.flatMap((child) =>
        open(child).flatMap(({ id: activityId }) =>
          years.map((year) => ({
            childId: child.id,
            activityId,
            status: "approved" as const,
            startsOn: `${year}-09-01`,
            endsOn: `${year + 1}-08-31`,
            createdAt: days.founded,
          })),
        ),
      ),
    ),
  );
}
