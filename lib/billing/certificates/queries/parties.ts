import { and, asc, eq } from "drizzle-orm";
import { householdMembers, households, persons } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import { assertUuid } from "@/lib/core/uuid";

/** Who certifies and for whom, with the children one may ask about. */
export async function getParties(ctx: Context, householdId: string) {
  assertUuid(householdId);
  authorize(ctx, "receipts:read", { householdId });

  const [organization, [household], children] = await Promise.all([
    findOrganization(ctx),
    ctx.db
      .select({
        name: households.name,
        street: households.street,
        postalCode: households.postalCode,
        city: households.city,
      })
      .from(households)
      .where(eq(households.id, householdId)),
    ctx.db
      .select({
        id: persons.id,
        firstName: persons.firstName,
        lastName: persons.lastName,
        birthDate: persons.birthDate,
      })
      .from(householdMembers)
      .innerJoin(persons, eq(persons.id, householdMembers.personId))
      .where(and(eq(householdMembers.householdId, householdId), eq(householdMembers.role, "child")))
      .orderBy(asc(persons.birthDate)),
  ]);
  if (!organization || !household) throw new DomainError("not_found");
  const { name, address, siret, legalForm, email, phone } = organization;
  return {
    organization: { name, address, siret, legalForm, email, phone },
    payer: {
      name: `Famille ${household.name}`,
      address: `${household.street}, ${household.postalCode} ${household.city}`,
    },
    children,
  };
}
export type Parties = Awaited<ReturnType<typeof getParties>>;
