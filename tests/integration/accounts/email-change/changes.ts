import { desc, eq } from "drizzle-orm";
import { accounts, emails } from "@/db/schema";
import { requestEmailChange } from "@/lib/accounts/email-change/request-email-change";
import type { Context } from "@/lib/core/context";
import { aGuardianAccount, as, password } from "../../auth/people";

export const newEmail = "nouvelle@exemple.fr";

/** Someone who has asked to sign in with another address. */
export async function aRequestedChange(ctx: Context, address = newEmail) {
  const account = await aGuardianAccount(ctx);
  const holder = as(ctx, account);
  await requestEmailChange(holder, { newEmail: address, currentPassword: password });
  return { account, holder };
}

/** The key in the last message of a template. */
export async function keyIn({ db }: Context, template: string): Promise<string> {
  const [message] = await db
    .select({ payload: emails.payload })
    .from(emails)
    .where(eq(emails.template, template))
    .orderBy(desc(emails.createdAt), desc(emails.dedupeKey))
    .limit(1);
  return String(message?.payload.url).split("/").at(-1) ?? "";
}

export async function addressOf({ db }: Context, accountId: string): Promise<string | undefined> {
  const [account] = await db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId));
  return account?.email;
}

export const recipientsOf = async ({ db }: Context, template: string) =>
  (await db.select({ recipient: emails.recipient }).from(emails).where(eq(emails.template, template)))
    .map(({ recipient }) => recipient)
    .sort();
