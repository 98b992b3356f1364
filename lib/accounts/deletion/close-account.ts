import { and, eq, isNull } from "drizzle-orm";
import { accounts, calendarFeeds, dataExports, emailChanges, invitations, passwordResets, signUps } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { endAllSessions } from "@/lib/auth/end-sessions";
import { eraseThreads } from "@/lib/contact/erase-threads";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { eraseDocuments } from "@/lib/documents/erase-documents";
import { eraseGuardian } from "@/lib/families/erase-guardian";
import { forgetRecipient } from "@/lib/notifications/forget-recipient";

/** Closes an account at once, and forgets its person where no law makes the structure remember. */
export async function closeAccount(ctx: Context, { accountId }: { accountId: string }): Promise<void> {
  authorize(ctx, "families:write");

  await inTransaction(ctx, async (ctx) => {
    const [account] = await ctx.db
      .select({ email: accounts.email, personId: accounts.personId })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)))
      .for("update");
    if (!account) throw new DomainError("not_found");
    const { email, personId } = account;

    await endAllSessions(ctx, accountId);
    await forgetLinks(ctx, { accountId, email, personId });
    await ctx.db
      .update(accounts)
      .set({
        email: `supprime-${accountId}@compte.invalid`,
        displayName: "Compte supprimé",
        passwordHash: null,
        notifications: null,
        disabledAt: ctx.now,
      })
      .where(eq(accounts.id, accountId));
    const erased = personId ? await eraseGuardian(ctx, { personId }) : [];
    for (const householdId of erased) {
      await eraseDocuments(ctx, householdId);
      await eraseThreads(ctx, householdId);
    }
    await forgetRecipient(ctx, email);
    await recordEvent(ctx, { type: "account.closed", subjectId: accountId, data: { households: erased } });
  });
}

type Account = { accountId: string; email: string; personId: string | null };

/** Nothing may open it again, and nothing of what was typed to open it stays. */
async function forgetLinks({ db, now }: Context, { accountId, email, personId }: Account): Promise<void> {
  await db.delete(passwordResets).where(eq(passwordResets.accountId, accountId));
  await db.delete(emailChanges).where(eq(emailChanges.accountId, accountId));
  await db.delete(calendarFeeds).where(eq(calendarFeeds.accountId, accountId));
  await db
    .update(dataExports)
    .set({ status: "expired", storageKey: null, expiresAt: now })
    .where(eq(dataExports.accountId, accountId));
  if (personId) {
    await db.update(invitations).set({ email: "", usedAt: now }).where(eq(invitations.personId, personId));
  }
  await db.update(signUps).set({ data: {}, email: null }).where(eq(signUps.email, email));
}
