import { and, eq, isNull } from "drizzle-orm";
import { accounts, deletionRequests } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { checkOwnPassword, WRONG_PASSWORD } from "../check-own-password";
import type { RequestDeletionInput } from "./input";

type Asked = RequestDeletionInput & { householdId: string };

/** Asks to be forgotten (RGPD art. 17): with the password, because nothing brings an account back; an agent answers. */
export async function requestDeletion(ctx: Context, { householdId, message, currentPassword }: Asked): Promise<void> {
  const accountId = authorizeAccount(ctx);
  if (ctx.actor.kind !== "guardian") throw new DomainError("forbidden");
  if (!ctx.actor.householdIds.includes(householdId)) throw new DomainError("not_found");
  const [account] = await ctx.db
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)));
  if (!account) throw new DomainError("unauthenticated");
  if (!(await checkOwnPassword(ctx, account, currentPassword))) {
    throw new DomainError("invalid_input", { fields: { currentPassword: [WRONG_PASSWORD] } });
  }

  await inTransaction(ctx, async (ctx) => {
    const asked = await ctx.db
      .insert(deletionRequests)
      .values({ accountId, householdId, message: message || null, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: deletionRequests.id });
    if (asked.length === 0) throw new DomainError("deletion_asked");
    await recordEvent(ctx, { type: "deletion.requested", subjectId: accountId, householdId });
  });
}

/** Changes one's mind, while nobody has answered. */
export async function withdrawDeletion(ctx: Context): Promise<void> {
  const accountId = authorizeAccount(ctx);

  await inTransaction(ctx, async (ctx) => {
    const [withdrawn] = await ctx.db
      .delete(deletionRequests)
      .where(and(eq(deletionRequests.accountId, accountId), isNull(deletionRequests.decidedAt)))
      .returning({ householdId: deletionRequests.householdId });
    if (!withdrawn) throw new DomainError("already_decided");
    const { householdId } = withdrawn;
    await recordEvent(ctx, { type: "deletion.withdrawn", subjectId: accountId, ...(householdId && { householdId }) });
  });
}
