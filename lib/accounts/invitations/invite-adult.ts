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

/** Sends an adult of the household a link of seven days, single use, that opens their own account. */
export async function inviteAdult(ctx: Context, { personId, householdId, kind, ...given }: InviteAdult): Promise<void> {
  authorize(ctx, kind === "guardian" ? "household:write" : "accounts:review", { householdId });
  const email = given.email.trim().toLowerCase();

  await inTransaction(ctx, async (ctx) => {
    const { firstName } = await getAdult(ctx, { personId, householdId });
    await refuseAccounts(ctx, { personId, email });

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
      template: kind === "guardian" ? "guardian-invitation" : "account-activation",
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

/** Whoever has an account signs in; an invitation must never lead to a second one, nor to someone else's. */
async function refuseAccounts({ db }: Context, { personId, email }: { personId: string; email: string }) {
  const [own] = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, personId));
  if (own) throw new DomainError("account_exists");
  const [other] = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  if (other) throw new DomainError("address_taken");
}
