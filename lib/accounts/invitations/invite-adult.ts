import { and, eq } from "drizzle-orm";
import { accounts, householdMembers, invitations, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { hashToken, newToken } from "@/lib/auth/token";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { invitationDeadline } from "./rules";

export type InviteAdult = {
  personId: string;
  householdId: string;
  email: string;
  /** `guardian`: invited by the other guardian of the household; `activation`: by the structure. */
  kind: "activation" | "guardian";
};

/**
 * Sends an adult of the household a link of seven days, single use, that opens their own account, or lets them join with
 * the one they have. Whoever invites sees no difference.
 */
export async function inviteAdult(ctx: Context, { personId, householdId, kind, ...given }: InviteAdult): Promise<void> {
  authorize(ctx, kind === "guardian" ? "household:write" : "accounts:review", { householdId });
  const email = given.email.trim().toLowerCase();

  await inTransaction(ctx, async (ctx) => {
    const { firstName } = await getAdult(ctx, { personId, householdId });
    const hasAccount = await findAccountAt(ctx, { personId, householdId, email });

    const token = newToken();
    const tokenHash = hashToken(token);
    const createdBy = "accountId" in ctx.actor ? ctx.actor.accountId : null;
    const [invitation] = await ctx.db
      .insert(invitations)
      .values({
        tokenHash,
        kind,
        email,
        personId,
        householdId,
        createdBy,
        createdAt: ctx.now,
        expiresAt: invitationDeadline(ctx.now),
      })
      .returning({ id: invitations.id });
    await recordEvent(ctx, {
      type: "invitation.sent",
      subjectId: personId,
      householdId,
      data: { kind, invitationId: invitation?.id },
    });
    await notify(ctx, {
      template: hasAccount ? "join-household" : kind === "guardian" ? "guardian-invitation" : "account-activation",
      recipient: email,
      payload: { url: `${env().appUrl}/activation/${token}`, firstName },
      dedupeKey: `invitation:${tokenHash}`,
    });
  });
}

/** Locked, so that two agents inviting the same adult wait for each other. */
async function getAdult({ db }: Context, { personId, householdId }: { personId: string; householdId: string }) {
  const [adult] = await db
    .select({ firstName: persons.firstName })
    .from(persons)
    .innerJoin(householdMembers, eq(householdMembers.personId, persons.id))
    .where(
      and(
        eq(persons.id, personId),
        eq(householdMembers.householdId, householdId),
        eq(householdMembers.role, "guardian"),
      ),
    )
    .for("update", { of: persons });
  if (!adult) throw new DomainError("not_found");
  return adult;
}

/**
 * Whether the mailbox is that of a guardian's account, of another household so far. Nobody gets a second account; an
 * agent's is for work only; and two members of one household cannot share one.
 */
async function findAccountAt({ db }: Context, { personId, householdId, email }: Omit<InviteAdult, "kind">) {
  const [own] = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, personId));
  if (own) throw new DomainError("account_exists");
  const [other] = await db
    .select({ personId: accounts.personId, disabledAt: accounts.disabledAt, memberOf: householdMembers.householdId })
    .from(accounts)
    .leftJoin(
      householdMembers,
      and(eq(householdMembers.personId, accounts.personId), eq(householdMembers.householdId, householdId)),
    )
    .where(eq(accounts.email, email));
  if (!other) return false;
  if (!other.personId || other.disabledAt || other.memberOf) throw new DomainError("address_taken");
  return true;
}
