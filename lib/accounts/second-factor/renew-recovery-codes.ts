import { eq } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { type Context, inTransaction } from "@/lib/core/context";
import { checkCode, countCode, forgetCodes } from "./check-code";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-codes";

/** Ten new recovery codes, against a code of the application: the sheet before is worth nothing any more. */
export async function renewRecoveryCodes(ctx: Context, { code }: { code: string }): Promise<string[]> {
  const accountId = authorizeAccount(ctx);
  await countCode(ctx);

  const codes = await inTransaction(ctx, async (ctx) => {
    await checkCode(ctx, code);
    await recordEvent(ctx, { type: "recovery-codes.renewed", subjectId: accountId });
    return writeRecoveryCodes(ctx);
  });
  await forgetCodes(ctx);
  return codes;
}

/** Ten codes of the actor's account, the ones before forgotten; only those who are shown them know them. */
export async function writeRecoveryCodes(ctx: Context): Promise<string[]> {
  const accountId = authorizeAccount(ctx);
  const codes = newRecoveryCodes();
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await ctx.db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ accountId, codeHash: hashRecoveryCode(accountId, code) })));
  return codes;
}
