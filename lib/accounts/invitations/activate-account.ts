import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { accounts, invitations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { hashPassword } from "@/lib/auth/password";
import { authorizeVisitor } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError } from "@/lib/core/errors";
import { findPasswordProblem } from "../strength/rules";
import type { ActivateAccountInput } from "./input";
import { findInvitation } from "./queries";

/** Opens the account of an invited adult with the password that they choose: the link serves once. */
export async function activateAccount(
  ctx: Context,
  { token, password }: ActivateAccountInput,
): Promise<{ email: string }> {
  authorizeVisitor(ctx);
  const invitation = await findInvitation(ctx, token);
  if (!invitation) throw new DomainError("link_expired");
  const problem = await findPasswordProblem(password, invitation);
  if (problem) throw new DomainError("invalid_input", { message: problem });
  const passwordHash = await hashPassword(password);

  await inTransaction(ctx, async (ctx) => {
    await useUp(ctx, invitation);
    const accountId = await openAccount(ctx, { ...invitation, passwordHash });
    await recordEvent(ctx, { type: "account.activated", subjectId: accountId });
  });
  return { email: invitation.email };
}

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** Uses the link, which nobody else may have used meanwhile; the other links of the person die with it. */
async function useUp({ db, now }: Context, { id, personId }: Invitation): Promise<void> {
  // One person at a time: two links of the same one, opened at the same moment, wait for each other here.
  await db.execute(sql`select from persons where id = ${personId} for update`);
  const [used] = await db
    .update(invitations)
    .set({ usedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt), gt(invitations.expiresAt, now)))
    .returning({ id: invitations.id });
  if (!used) throw new DomainError("link_expired");

  await db
    .update(invitations)
    .set({ usedAt: now })
    .where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)));
}

async function openAccount(
  ctx: Context,
  { personId, email, firstName, lastName, passwordHash }: Invitation & { passwordHash: string },
) {
  const [own] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, personId));
  if (own) throw new DomainError("account_exists");
  try {
    const [account] = await inTransaction(ctx, ({ db, now }) =>
      db
        .insert(accounts)
        .values({ email, displayName: `${firstName} ${lastName}`, personId, passwordHash, createdAt: now })
        .returning({ id: accounts.id }),
    );
    if (!account) throw new DomainError("link_expired");
    return account.id;
  } catch (error) {
    if (violatedConstraint(error) === "accounts_email_unique") throw new DomainError("address_taken");
    throw error;
  }
}
