import { householdMembers, type persons } from "@/db/schema";
import { inviteAdult } from "@/lib/accounts/invitations/invite-adult";
import type { Context } from "@/lib/core/context";
import { aHousehold, aPerson } from "../../../support/factories";
import { linkIn } from "../sign-up/requests";

export const email = "camille@exemple.fr";

type Values = Partial<typeof persons.$inferInsert>;

/** A guardian whom the structure knows, without an account. */
export async function aKnownAdult(ctx: Context, values: Values = {}) {
  const household = await aHousehold(ctx);
  const person = await aPerson(ctx, { firstName: "Camille", lastName: "Durand", email, ...values });
  await ctx.db.insert(householdMembers).values({ householdId: household.id, personId: person.id, role: "guardian" });
  return { personId: person.id, householdId: household.id };
}

type Adult = { personId: string; householdId: string };

/** Invites the adult; answers the token that only the message holds. */
export async function anInvitationTo(ctx: Context, adult: Adult, address = email): Promise<string> {
  await inviteAdult(ctx, { ...adult, email: address, kind: "activation" });
  return linkIn(ctx, "account-activation");
}
