import { eq, type SQL } from "drizzle-orm";
import { type SignUpStatus, signUps } from "@/db/schema";
import { hashToken, looksLikeToken } from "@/lib/auth/token";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { SignUpInput } from "./input";
import { canBecome } from "./rules";

/** The request of whoever holds the token, locked until the end of the transaction. */
export const lockOwnSignUp = async ({ db }: Context, token: string | undefined) =>
  looksLikeToken(token) ? lock(db, eq(signUps.tokenHash, hashToken(token))) : undefined;

/** The request an agent decides on, locked: of two who decide at once, the second is told. */
export const lockWaitingSignUp = async ({ db }: Context, id: string, decision: SignUpStatus) => {
  const signUp = await lock(db, eq(signUps.id, id));
  if (!signUp) throw new DomainError("not_found");
  if (!canBecome(signUp.status, decision)) throw new DomainError("already_decided");
  return { id: signUp.id, data: signUp.data as SignUpInput };
};

async function lock(db: Context["db"], which: SQL) {
  const [signUp] = await db
    .select({ id: signUps.id, status: signUps.status, data: signUps.data, email: signUps.email })
    .from(signUps)
    .where(which)
    .for("update");
  return signUp;
}
