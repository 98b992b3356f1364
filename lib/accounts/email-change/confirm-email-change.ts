import { and, eq, isNull } from "drizzle-orm";
import { accounts, emailChanges, passwordResets } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { endAllSessions, endOtherSessions } from "@/lib/auth/end-sessions";
import { renewSession } from "@/lib/auth/renew-session";
import { authorizeVisitor } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError } from "@/lib/core/errors";
import { replaceEmail } from "@/lib/families/replace-email";
import { notify } from "@/lib/notifications/notify";
import { findEmailChange } from "./queries";

type Confirmation = {
  token: string;
  /** The session of the browser that confirms: it goes on, under another token, when it is one of this account. */
  sessionId: string | undefined;
};

type Confirmed = { isDone: boolean; newEmail: string; session: { token: string; expiresAt: Date } | undefined };

/** Confirms a change of address from one of its two mailboxes; the second confirmation makes it, and ends the sessions elsewhere. */
export async function confirmEmailChange(ctx: Context, { token, sessionId }: Confirmation): Promise<Confirmed> {
  authorizeVisitor(ctx);

  return inTransaction(ctx, async (ctx) => {
    const found = await findEmailChange(ctx, token);
    if (!found) throw new DomainError("link_expired");
    // Both links at the same moment wait for each other here, then read what the first one wrote.
    await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, found.accountId)).for("update");
    const change = await findEmailChange(ctx, token);
    if (!change || change.isConfirmed) throw new DomainError("link_expired");

    await ctx.db
      .update(emailChanges)
      .set({
        ...(change.side === "old" ? { oldConfirmedAt: ctx.now } : { newConfirmedAt: ctx.now }),
        ...(change.isLast && { doneAt: ctx.now }),
      })
      .where(eq(emailChanges.id, change.id));
    const { newEmail } = change;
    if (!change.isLast) {
      await recordEvent(ctx, {
        type: "email-change.confirmed",
        subjectId: change.accountId,
        data: { by: change.side },
      });
      return { isDone: false, newEmail, session: undefined };
    }
    await replaceAddress(ctx, change);
    const session = await endSessionsElsewhere(ctx, change.accountId, sessionId);
    await recordEvent(ctx, { type: "email.changed", subjectId: change.accountId });
    await tellBoth(ctx, change);
    return { isDone: true, newEmail, session };
  });
}

type Change = NonNullable<Awaited<ReturnType<typeof findEmailChange>>>;

/** The address to write to follows, where it was the same; links that wait in the old mailbox die. */
async function replaceAddress(ctx: Context, { accountId, personId, oldEmail, newEmail }: Change): Promise<void> {
  try {
    await inTransaction(ctx, ({ db }) =>
      db.update(accounts).set({ email: newEmail }).where(eq(accounts.id, accountId)),
    );
  } catch (error) {
    if (violatedConstraint(error) === "accounts_email_unique") throw new DomainError("address_taken");
    throw error;
  }
  await ctx.db
    .update(passwordResets)
    .set({ usedAt: ctx.now })
    .where(and(eq(passwordResets.accountId, accountId), isNull(passwordResets.usedAt)));
  if (personId) await replaceEmail(asSystem(ctx, "email-change"), { personId, oldEmail, newEmail });
}

async function endSessionsElsewhere(ctx: Context, accountId: string, sessionId: string | undefined) {
  const { actor } = ctx;
  const isOwn = sessionId && "accountId" in actor && actor.kind !== "observer" && actor.accountId === accountId;
  if (!isOwn) {
    await endAllSessions(ctx, accountId);
    return undefined;
  }
  const { token, expiresAt, sessionId: renewed } = await renewSession(ctx, sessionId);
  await endOtherSessions(ctx, renewed);
  return { token, expiresAt };
}

async function tellBoth(ctx: Context, { id, oldEmail, newEmail }: Change): Promise<void> {
  for (const recipient of [oldEmail, newEmail]) {
    await notify(ctx, {
      template: "email-changed",
      recipient,
      payload: {},
      dedupeKey: `email-changed:${id}:${recipient === newEmail ? "new" : "old"}`,
    });
  }
}
