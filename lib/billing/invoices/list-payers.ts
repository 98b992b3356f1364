import { and, eq, isNull, sql } from "drizzle-orm";
import { accounts, householdMembers } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/** Who of some households receives the bills; every guardian where nobody is named. Plumbing of those who tell them. */
export const listPayers = ({ db }: Context, householdIds: string[]) =>
  db
    .select({ householdId: householdMembers.householdId, accountId: accounts.id, email: accounts.email })
    .from(householdMembers)
    .innerJoin(accounts, eq(accounts.personId, householdMembers.personId))
    .where(
      and(
        sql`${householdMembers.householdId} = any(${sql.param(`{${householdIds.join(",")}}`)}::uuid[])`,
        eq(householdMembers.role, "guardian"),
        isNull(accounts.disabledAt),
        sql`(${householdMembers.isAccountHolder} or not exists (
          select from household_members h where h.household_id = ${householdMembers.householdId} and h.is_account_holder
        ))`,
      ),
    );
