import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { accounts, householdMembers, invitations, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { countTry, type Limit } from "@/lib/auth/throttle";
import { hashToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notify } from "@/lib/notifications/notify";
import type { RequestInvitationInput } from "./input";
import { inviteAdult } from "./invite-adult";

/** So that nobody's mailbox can be filled from here. */
const perAddress: Limit = { name: "invitation", tries: 3, withinSeconds: 3600, firstLockSeconds: 900 };

/** Sends its link again to an adult whom the structure knows; the caller learns nothing about who is known. */
export async function requestInvitation(ctx: Context, { email }: RequestInvitationInput): Promise<void> {
  authorizeVisitor(ctx);
  await countTry(ctx, perAddress, hashToken(email));

  await inTransaction(ctx, async (ctx) => {
    await recordEvent(ctx, { type: "invitation.requested", subjectId: hashToken(email) });
    const [account] = await ctx.db
      .select({ id: accounts.id, disabledAt: accounts.disabledAt })
      .from(accounts)
      .where(eq(accounts.email, email));
    const invited = await findInvited(ctx, email);
    if (account && !invited) return account.disabledAt ? undefined : tellAccount(ctx, email);

    const adult = invited ?? (await findKnown(ctx, email));
    if (adult) await inviteAdult(asSystem(ctx, "activation"), { ...adult, email });
  });
}

/** Who was invited at this address and has not answered. */
async function findInvited({ db }: Context, email: string) {
  const [invited] = await db
    .select({
      personId: householdMembers.personId,
      householdId: householdMembers.householdId,
      kind: sql<"activation" | "guardian">`${invitations.kind}`,
    })
    .from(invitations)
    .innerJoin(
      householdMembers,
      and(
        eq(householdMembers.personId, invitations.personId),
        eq(householdMembers.householdId, invitations.householdId),
        eq(householdMembers.role, "guardian"),
      ),
    )
    .leftJoin(accounts, eq(accounts.personId, invitations.personId))
    .where(and(eq(invitations.email, email), isNotNull(invitations.personId), isNull(accounts.id)))
    .orderBy(desc(invitations.createdAt))
    .limit(1);
  return invited;
}

/** Whom the structure can write to at this address: who receives the bills first, when two parents share it. */
async function findKnown({ db }: Context, email: string) {
  const [known] = await db
    .select({ personId: persons.id, householdId: householdMembers.householdId })
    .from(persons)
    .innerJoin(householdMembers, eq(householdMembers.personId, persons.id))
    .leftJoin(accounts, eq(accounts.personId, persons.id))
    .where(and(sql`lower(${persons.email}) = ${email}`, eq(householdMembers.role, "guardian"), isNull(accounts.id)))
    .orderBy(desc(householdMembers.isAccountHolder), persons.createdAt)
    .limit(1);
  return known && { ...known, kind: "activation" as const };
}

async function tellAccount(ctx: Context, email: string): Promise<void> {
  const { appUrl } = env();
  await notify(ctx, {
    template: "account-exists",
    recipient: email,
    payload: { signInUrl: `${appUrl}/connexion`, passwordUrl: `${appUrl}/mot-de-passe-oublie` },
    dedupeKey: `account-exists:${hashToken(email)}:${ctx.now.toISOString()}`,
  });
}
