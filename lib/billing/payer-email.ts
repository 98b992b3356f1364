import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

/** Where the bank and the receipt write to: the account of whoever pays. */
export const payerEmail = async ({ db, actor }: Context): Promise<string> => {
  const [account] =
    "accountId" in actor
      ? await db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, actor.accountId))
      : [];
  if (!account) throw new DomainError("payer_email_refused");
  return account.email;
};
