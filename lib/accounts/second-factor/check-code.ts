import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { countTry, forgetTries, type Limit } from "@/lib/auth/throttle";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { unseal } from "@/lib/core/secrets";
import { stepOf } from "./totp-codes";

const perAccount: Limit = { name: "second-factor", tries: 5, withinSeconds: 15 * 60, firstLockSeconds: 60 };

/** Counted outside of the transaction that a wrong code rolls back. */
export const countCode = (ctx: Context): Promise<void> => countTry(ctx, perAccount, authorizeAccount(ctx));

export const forgetCodes = (ctx: Context): Promise<void> => forgetTries(ctx, perAccount, authorizeAccount(ctx));

/** Locks the account and uses a code up: of two tries with the same one, one is refused. */
export async function checkCode(ctx: Context, code: string): Promise<void> {
  authorizeAccount(ctx);
  const { accountId, sealed, lastStep } = await lockFactor(ctx);
  const step = sealed && stepOf(unseal(sealed), code.replace(/\s/g, ""), { now: ctx.now, lastStep });
  if (!step) throw new DomainError("wrong_code");
  await ctx.db.update(accounts).set({ totpLastStep: step }).where(eq(accounts.id, accountId));
}

/** The second factor of the actor's account, which nobody else can use until the transaction ends. */
export async function lockFactor(ctx: Context) {
  const accountId = authorizeAccount(ctx);
  const [account] = await ctx.db
    .select({
      accountId: accounts.id,
      email: accounts.email,
      sealed: accounts.totpSecret,
      confirmedAt: accounts.totpConfirmedAt,
      lastStep: accounts.totpLastStep,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("update");
  if (!account) throw new DomainError("not_found");
  return account;
}
