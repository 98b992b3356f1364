import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { passSecondFactor } from "@/lib/auth/pass-second-factor";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { checkCode, countCode, forgetCodes, lockFactor } from "./check-code";
import { writeRecoveryCodes } from "./renew-recovery-codes";

/** Puts the second factor in force: a first code proves that the application has the key. Answers the recovery codes. */
export async function confirmEnrolment(ctx: Context, { code, sessionId }: { code: string; sessionId: string }) {
  const accountId = authorizeAccount(ctx);
  await countCode(ctx);

  const confirmed = await inTransaction(ctx, async (ctx) => {
    const { email, confirmedAt } = await lockFactor(ctx);
    if (confirmedAt) throw new DomainError("already_enrolled");
    await checkCode(ctx, code);
    await ctx.db.update(accounts).set({ totpConfirmedAt: ctx.now }).where(eq(accounts.id, accountId));
    const codes = await writeRecoveryCodes(ctx);
    const session = await passSecondFactor(ctx, sessionId);
    await recordEvent(ctx, { type: "second-factor.enrolled", subjectId: accountId });
    await notify(ctx, {
      template: "second-factor-enabled",
      recipient: email,
      payload: {},
      dedupeKey: `second-factor-enabled:${accountId}:${ctx.now.toISOString()}`,
    });
    return { session, codes };
  });
  await forgetCodes(ctx);
  return confirmed;
}
