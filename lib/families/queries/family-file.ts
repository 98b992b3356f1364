import { and, asc, eq, sql } from "drizzle-orm";
import {
  accounts,
  certifications,
  type FieldPolicy,
  fieldPolicies,
  guardianships,
  householdMembers,
  households,
  invitations,
  persons,
  type relation,
} from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { personColumns, valuesOf } from "../changes/person-columns";
import { listOpenChanges } from "../changes/queries";
import { addressText, type Values } from "../changes/rules";
import { schoolYearOf } from "../rules";

export type FamilyFile = Awaited<ReturnType<typeof getFamilyFile>>;
export type FamilyMember = FamilyFile["members"][number];

/** Everything that a family's file says, and what waits in it; health, consents and documents are read apart. */
export async function getFamilyFile(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  const [household, members, changes] = await Promise.all([
    getHousehold(ctx, householdId),
    listMembers(ctx, householdId),
    listOpenChanges(ctx, householdId),
  ]);
  return { ...household, members, changes };
}

async function getHousehold({ db, now }: Context, householdId: string) {
  const schoolYear = schoolYearOf(dateOf(now));
  const [row] = await db
    .select({
      householdId: households.id,
      name: households.name,
      street: households.street,
      addressComplement: households.addressComplement,
      postalCode: households.postalCode,
      city: households.city,
      certifiedAt: certifications.at,
      policies: sql<Record<string, FieldPolicy>>`(
        select coalesce(json_object_agg(${fieldPolicies.field}, ${fieldPolicies.policy}), '{}') from ${fieldPolicies})`,
    })
    .from(households)
    .leftJoin(
      certifications,
      and(eq(certifications.householdId, households.id), eq(certifications.schoolYear, schoolYear)),
    )
    .where(eq(households.id, householdId));
  if (!row) throw new DomainError("not_found");
  const { certifiedAt, policies, name, ...address } = row;
  const values: Values = { "household.address": addressText(address) };
  return { householdId, name, values, policies, schoolYear, certifiedAt };
}

type Tie = { adult: string; child: string; relation: (typeof relation.enumValues)[number]; authority: boolean };

/** Who an adult is to whom, and who the adults of a child are, within this household only. */
const ties = sql<Tie[]>`coalesce((
  select json_agg(json_build_object('adult', adult.first_name, 'child', child.first_name,
    'relation', g.relation, 'authority', g.exercises_parental_authority) order by child.birth_date, adult.first_name)
  from ${guardianships} g
  join ${persons} adult on adult.id = g.adult_id
  join ${persons} child on child.id = g.child_id
  where ${persons.id} in (g.adult_id, g.child_id)
    and (select count(*) from household_members m
      where m.household_id = ${householdMembers.householdId} and m.person_id in (g.adult_id, g.child_id)) = 2
), '[]')`;

async function listMembers({ db, now }: Context, householdId: string) {
  const rows = await db
    .select({
      personId: persons.id,
      role: householdMembers.role,
      rank: householdMembers.rank,
      isAccountHolder: householdMembers.isAccountHolder,
      ties,
      hasAccount: sql<boolean>`exists (select from ${accounts} a where a.person_id = ${persons.id})`,
      isInvited: sql<boolean>`exists (
        select from ${invitations} i
        where i.person_id = ${persons.id} and i.used_at is null and i.expires_at > ${now.toISOString()})`,
      person: personColumns,
    })
    .from(householdMembers)
    .innerJoin(persons, eq(persons.id, householdMembers.personId))
    .where(eq(householdMembers.householdId, householdId))
    .orderBy(asc(householdMembers.role), asc(householdMembers.rank), asc(persons.firstName));
  return rows.map(({ person, ...member }) => ({
    ...member,
    firstName: person.firstName,
    lastName: person.lastName,
    values: valuesOf(person),
  }));
}
