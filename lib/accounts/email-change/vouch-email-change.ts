import { and, eq, isNull } from "drizzle-orm";
import { accounts, householdMembers } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { VouchEmailChangeInput } from "./input";
import { openEmailChange } from "./open-email-change";

/**
 * An agent answers for a guardian who no longer reads the old mailbox: only the new one is left to confirm. The old one
 * is told, and may still refuse.
 */
export async function vouchEmailChange(ctx: Context, input: VouchEmailChangeInput): Promise<void> {
  authorize(ctx, "accounts:review");
  const { householdId, personId, newEmail, reason } = input;

  await inTransaction(ctx, async (ctx) => {
    const { id, email } = await lockAccount(ctx, { householdId, personId });
    if (newEmail === email) throw problem("C’est déjà l’adresse de ce compte.");
    const [other] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, newEmail));
    if (other) throw new DomainError("address_taken");
    await openEmailChange(ctx, { accountId: id, oldEmail: email, newEmail, isVouched: true });
    await recordEvent(ctx, { type: "email-change.vouched", subjectId: personId, householdId, data: { reason } });
  });
}

const problem = (message: string) => new DomainError("invalid_input", { fields: { newEmail: [message] } });

async function lockAccount({ db }: Context, { householdId, personId }: { householdId: string; personId: string }) {
  const [account] = await db
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .innerJoin(householdMembers, eq(householdMembers.personId, accounts.personId))
    .where(
      and(
        eq(accounts.personId, personId),
        eq(householdMembers.householdId, householdId),
        eq(householdMembers.role, "guardian"),
        isNull(accounts.disabledAt),
      ),
    )
    .for("update", { of: accounts });
  if (!account) throw new DomainError("not_found");
  return account;
}
