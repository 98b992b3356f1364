import { eq } from "drizzle-orm";
import { accounts, deletionRequests, persons } from "@/db/schema";
import { requestDeletion } from "@/lib/accounts/deletion/request-deletion";
import { hashPassword } from "@/lib/auth/password";
import type { Context } from "@/lib/core/context";
import { aChild, aHousehold, anOrganization, guardianOf } from "../../../support/factories";
import { password } from "../../auth/people";

const passwordHash = hashPassword(password);

export async function aHolder(ctx: Context, household: { id: string }, firstName = "Cédric") {
  const guardian = await guardianOf(ctx, household);
  const { accountId, personId } = guardian.actor;
  await ctx.db
    .update(accounts)
    .set({ passwordHash: await passwordHash })
    .where(eq(accounts.id, accountId));
  await ctx.db.update(persons).set({ firstName, phone: "+33612345678" }).where(eq(persons.id, personId));
  return guardian;
}

export async function aFamily(ctx: Context) {
  await anOrganization(ctx);
  const household = await aHousehold(ctx);
  const child = await aChild(ctx, household);
  return { household, child, guardian: await aHolder(ctx, household) };
}

export const input = { message: "Nous déménageons.", currentPassword: password };

export async function aRequestedDeletion(ctx: Context) {
  const family = await aFamily(ctx);
  await requestDeletion(family.guardian, { ...input, householdId: family.household.id });
  const [row] = await ctx.db.select({ id: deletionRequests.id }).from(deletionRequests);
  return { ...family, id: row?.id ?? "" };
}
