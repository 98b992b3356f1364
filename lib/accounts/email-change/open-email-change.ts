import { and, eq, isNull } from "drizzle-orm";
import { accounts, emailChanges } from "@/db/schema";
import { hashToken, newToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { notify } from "@/lib/notifications/notify";
import { emailChangeDeadline } from "./rules";

type Change = {
  accountId: string;
  oldEmail: string;
  newEmail: string;
  /** An agent answers for the person, whose old mailbox is lost. */
  isVouched: boolean;
};

/**
 * Writes the change and its two messages; an earlier one of the account dies. When the new address is another account's,
 * its holder is told and nobody else: whoever asks sees no difference, and no link exists that could go through.
 */
export const openEmailChange = async (ctx: Context, { accountId, oldEmail, newEmail, isVouched }: Change) => {
  const [oldToken, newOne] = [newToken(), newToken()];
  await ctx.db.delete(emailChanges).where(and(eq(emailChanges.accountId, accountId), isNull(emailChanges.doneAt)));
  await ctx.db.insert(emailChanges).values({
    accountId,
    newEmail,
    oldTokenHash: hashToken(oldToken),
    newTokenHash: hashToken(newOne),
    oldConfirmedAt: isVouched ? ctx.now : null,
    createdAt: ctx.now,
    expiresAt: emailChangeDeadline(ctx.now),
  });
  await notify(ctx, {
    template: isVouched ? "email-change-vouched" : "email-change-old",
    recipient: oldEmail,
    payload: { url: linkTo(oldToken), newEmail },
    dedupeKey: `email-change:${hashToken(oldToken)}`,
  });
  const [holder] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, newEmail));
  const toNew = { recipient: newEmail, dedupeKey: `email-change:${hashToken(newOne)}` };
  if (holder) {
    await notify(ctx, {
      ...toNew,
      template: "email-change-taken",
      payload: { signInUrl: `${env().appUrl}/connexion` },
    });
  } else {
    await notify(ctx, { ...toNew, template: "email-change-new", payload: { url: linkTo(newOne) } });
  }
};

const linkTo = (token: string) => `${env().appUrl}/adresse/${token}`;
