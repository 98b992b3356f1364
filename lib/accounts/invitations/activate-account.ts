import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { hashPassword } from "@/lib/auth/password";
import { authorizeVisitor } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError } from "@/lib/core/errors";
import { findPasswordProblem } from "../strength/rules";
import type { ActivateAccountInput } from "./input";
import { findInvitation } from "./queries";
import { takeInvitation } from "./take-invitation";

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
    await takeInvitation(ctx, invitation);
    const accountId = await openAccount(ctx, { ...invitation, passwordHash });
    await recordEvent(ctx, { type: "account.activated", subjectId: accountId });
  });
  return { email: invitation.email };
}

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

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
