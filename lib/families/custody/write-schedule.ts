import { and, asc, eq } from "drizzle-orm";
import { custodySchedules, householdMembers } from "@/db/schema";
import { asSystem, type Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { CustodyProposal } from "./describe-rules";
import { householdsIn } from "./rules";
import { tellConflicts } from "./tell-conflicts";

/** The households that a child is of, in a steady order. Plumbing, like the next: the commands authorize. */
export async function listHomes({ db }: Pick<Context, "db">, childId: string): Promise<string[]> {
  const homes = await db
    .select({ householdId: householdMembers.householdId })
    .from(householdMembers)
    .where(and(eq(householdMembers.personId, childId), eq(householdMembers.role, "child")))
    .orderBy(asc(householdMembers.householdId));
  return homes.map(({ householdId }) => householdId);
}

/** The schedule in force from a date on, and who is told that it crosses their bookings; rules that name another household than the child's are refused. */
export async function writeSchedule(
  { db, now, actor }: Context,
  childId: string,
  { effectiveFrom, rules }: Pick<CustodyProposal, "effectiveFrom" | "rules">,
): Promise<void> {
  const homes = await listHomes({ db }, childId);
  if (!householdsIn(rules).every((id) => homes.includes(id))) throw new DomainError("changed_meanwhile");
  const createdBy = "accountId" in actor ? actor.accountId : null;
  await db
    .insert(custodySchedules)
    .values({ childId, effectiveFrom, rules, createdBy, createdAt: now })
    .onConflictDoUpdate({
      target: [custodySchedules.childId, custodySchedules.effectiveFrom],
      set: { rules, createdBy, createdAt: now },
    });
  await tellConflicts(asSystem({ db, now, actor }, "custody"), childId);
}
