import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { countTry, type Limit } from "@/lib/auth/throttle";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { checkOwnPassword, WRONG_PASSWORD } from "../check-own-password";
import type { RequestEmailChangeInput } from "./input";
import { openEmailChange } from "./open-email-change";

/** So that nobody's mailbox can be filled from here, and no list of addresses tried out. */
const perAccount: Limit = { name: "email-change", tries: 5, withinSeconds: 3600, firstLockSeconds: 900 };

/** Asks for another address to sign in with: nothing changes until both mailboxes have confirmed, within 24 hours. */
export async function requestEmailChange(ctx: Context, { newEmail, currentPassword }: RequestEmailChangeInput) {
  const account = await getAccount(ctx, authorizeAccount(ctx));
  if (newEmail === account.email) throw refusal("newEmail", "C’est déjà votre adresse.");
  if (!(await checkOwnPassword(ctx, account, currentPassword))) throw refusal("currentPassword", WRONG_PASSWORD);
  await countTry(ctx, perAccount, account.id);

  await inTransaction(ctx, async (ctx) => {
    await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, account.id)).for("update");
    await openEmailChange(ctx, { accountId: account.id, oldEmail: account.email, newEmail, isVouched: false });
    await recordEvent(ctx, { type: "email-change.requested", subjectId: account.id });
  });
}

const refusal = (field: keyof RequestEmailChangeInput, problem: string) =>
  new DomainError("invalid_input", { message: "Votre adresse n’a pas été modifiée.", fields: { [field]: [problem] } });

async function getAccount({ db }: Context, accountId: string) {
  const [account] = await db
    .select({ id: accounts.id, email: accounts.email, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)));
  if (!account) throw new DomainError("unauthenticated");
  return account;
}
