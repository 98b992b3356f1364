import { and, eq, isNull } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { passSecondFactor } from "@/lib/auth/pass-second-factor";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { checkCode, countCode, forgetCodes, lockFactor } from "./check-code";
import { getSecondFactor } from "./queries";
import { hashRecoveryCode } from "./recovery-codes";

/** Opens a session whole with a code of the application, or with a recovery code, which serves once and is told by mail. */
export async function giveCode(ctx: Context, { code, sessionId }: { code: string; sessionId: string }) {
  const accountId = authorizeAccount(ctx);
  await countCode(ctx);

  const session = await inTransaction(ctx, async (ctx) => {
    const { email, confirmedAt } = await lockFactor(ctx);
    if (!confirmedAt) throw new DomainError("wrong_code");
    const isRecovery = !/^[\d\s]+$/.test(code);
    if (isRecovery) await spendRecoveryCode(ctx, { accountId, email, code });
    else await checkCode(ctx, code);
    await recordEvent(ctx, {
      type: "second-factor.given",
      subjectId: accountId,
      data: { means: isRecovery ? "recovery" : "totp" },
    });
    return passSecondFactor(ctx, sessionId);
  });
  await forgetCodes(ctx);
  return session;
}

async function spendRecoveryCode(
  ctx: Context,
  { accountId, email, code }: { accountId: string; email: string; code: string },
): Promise<void> {
  const codeHash = hashRecoveryCode(accountId, code);
  const [used] = await ctx.db
    .update(recoveryCodes)
    .set({ usedAt: ctx.now })
    .where(
      and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)),
    )
    .returning({ codeHash: recoveryCodes.codeHash });
  if (!used) throw new DomainError("wrong_code");

  const { codesLeft } = await getSecondFactor(ctx);
  await notify(ctx, {
    template: "recovery-code-used",
    recipient: email,
    payload: { codesLeft },
    dedupeKey: `recovery-code-used:${codeHash}`,
  });
}
