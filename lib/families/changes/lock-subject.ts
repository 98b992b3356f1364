import { and, eq } from "drizzle-orm";
import { householdMembers, households, persons } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { HouseholdRole } from "../rules";
import { personColumns, valuesOf } from "./person-columns";
import { addressText, type Values } from "./rules";

export type Subject = { householdId: string; personId?: string | null };

/** What a change is about, as it is now, locked until the end of the transaction. Plumbing: the commands authorize. */
export async function lockSubject({ db }: Context, { householdId, personId }: Subject) {
  return personId ? lockPerson(db, householdId, personId) : lockHousehold(db, householdId);
}

async function lockHousehold(db: Context["db"], householdId: string) {
  const [address] = await db
    .select({
      street: households.street,
      addressComplement: households.addressComplement,
      postalCode: households.postalCode,
      city: households.city,
    })
    .from(households)
    .where(eq(households.id, householdId))
    .for("no key update");
  if (!address) throw new DomainError("not_found");
  return { role: "guardian" as HouseholdRole, current: { "household.address": addressText(address) } as Values };
}

async function lockPerson(db: Context["db"], householdId: string, personId: string) {
  const [row] = await db
    .select({ role: householdMembers.role, person: personColumns })
    .from(persons)
    .innerJoin(householdMembers, eq(householdMembers.personId, persons.id))
    .where(and(eq(persons.id, personId), eq(householdMembers.householdId, householdId)))
    .for("no key update", { of: persons });
  if (!row) throw new DomainError("not_found");
  return { role: row.role, current: valuesOf(row.person) };
}
