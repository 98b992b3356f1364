import { recordEvent } from "@/lib/audit/record-event";
import { verifyPassword } from "@/lib/auth/password";
import { countTry, forgetTries, forgiveTry, type Limit } from "@/lib/auth/throttle";
import type { Context } from "@/lib/core/context";

/** Whoever finds a portal left open must not be able to guess the password from there. */
const perAccount: Limit = { name: "change-password", tries: 5, withinSeconds: 15 * 60, firstLockSeconds: 60 };

type Account = { id: string; passwordHash: string | null };

/** Whether whoever is signed in knows the password too: asked before what could take the account away from them. */
export const checkOwnPassword = async (ctx: Context, { id, passwordHash }: Account, password: string) => {
  await countTry(ctx, perAccount, id);
  const isRight = await verifyPassword(passwordHash, password).catch(async (error: unknown) => {
    await forgiveTry(ctx, perAccount, id);
    throw error;
  });
  if (isRight) await forgetTries(ctx, perAccount, id);
  else await recordEvent(ctx, { type: "password.refused", subjectId: id });
  return isRight;
};

export const WRONG_PASSWORD = "Ce n’est pas votre mot de passe actuel.";
