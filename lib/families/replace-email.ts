import { and, eq, sql } from "drizzle-orm";
import { householdMembers, persons } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { indexHouseholds } from "./index-household";

type Replacement = { personId: string; oldEmail: string; newEmail: string };

/** The address at which a person is written to follows the one they sign in with, where both were the same. */
export async function replaceEmail(ctx: Context, { personId, oldEmail, newEmail }: Replacement): Promise<void> {
  authorize(ctx, "families:write");

  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .update(persons)
      .set({ email: newEmail })
      .where(and(eq(persons.id, personId), sql`lower(${persons.email}) = ${oldEmail}`));
    const homes = await ctx.db
      .select({ id: householdMembers.householdId })
      .from(householdMembers)
      .where(eq(householdMembers.personId, personId));
    await indexHouseholds(
      ctx,
      homes.map(({ id }) => id),
    );
  });
}
