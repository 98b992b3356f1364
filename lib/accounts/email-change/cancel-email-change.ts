import { and, eq, isNull } from "drizzle-orm";
import { emailChanges } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { authorizeVisitor } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findEmailChange } from "./queries";

/** Gives up one's own change of address: both links die. */
export async function cancelEmailChange(ctx: Context): Promise<void> {
  const accountId = authorizeAccount(ctx);

  await inTransaction(ctx, async (ctx) => {
    if (await erase(ctx, accountId)) await recordEvent(ctx, { type: "email-change.cancelled", subjectId: accountId });
  });
}

/** Refuses a change from one of its mailboxes: "ce n’est pas moi". Even an agent's word does not stand against the old one. */
export async function refuseEmailChange(ctx: Context, { token }: { token: string }): Promise<void> {
  authorizeVisitor(ctx);

  await inTransaction(ctx, async (ctx) => {
    const change = await findEmailChange(ctx, token);
    if (!change || !(await erase(ctx, change.accountId))) throw new DomainError("link_expired");
    await recordEvent(ctx, { type: "email-change.refused", subjectId: change.accountId, data: { by: change.side } });
  });
}

async function erase({ db }: Context, accountId: string): Promise<boolean> {
  const erased = await db
    .delete(emailChanges)
    .where(and(eq(emailChanges.accountId, accountId), isNull(emailChanges.doneAt)))
    .returning({ id: emailChanges.id });
  return erased.length > 0;
}
