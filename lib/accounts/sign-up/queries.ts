import { asc, eq, inArray } from "drizzle-orm";
import { signUps } from "@/db/schema";
import { hashToken, looksLikeToken } from "@/lib/auth/token";
import { authorize, authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { findDuplicates } from "./find-duplicates";
import type { SignUpInput } from "./input";

export type OwnSignUp = NonNullable<Awaited<ReturnType<typeof findOwnSignUp>>>;

/** The request of whoever holds this token: holding it is the right to read it. */
export async function findOwnSignUp(ctx: Context, token: string | undefined) {
  authorizeVisitor(ctx);
  if (!looksLikeToken(token)) return undefined;

  const [signUp] = await ctx.db
    .select({
      id: signUps.id,
      status: signUps.status,
      data: signUps.data,
      email: signUps.email,
      question: signUps.question,
      reason: signUps.reason,
    })
    .from(signUps)
    .where(eq(signUps.tokenHash, hashToken(token)));
  return signUp;
}

/** More than an agent empties in a morning; the next ones follow. */
const LISTED = 50;

export type WaitingSignUp = Awaited<ReturnType<typeof listSignUps>>[number];

/** What waits for an agent, first come first, each with the households that it may already be. */
export async function listSignUps(ctx: Context) {
  authorize(ctx, "accounts:review");

  const rows = await ctx.db
    .select({
      id: signUps.id,
      status: signUps.status,
      data: signUps.data,
      question: signUps.question,
      submittedAt: signUps.submittedAt,
    })
    .from(signUps)
    .where(inArray(signUps.status, ["submitted", "information_requested"]))
    .orderBy(asc(signUps.status), asc(signUps.submittedAt))
    .limit(LISTED);
  const requests = rows.map((row) => ({ ...row, data: row.data as SignUpInput }));
  const duplicates = await findDuplicates(ctx, requests);
  return requests.map((request) => ({ ...request, duplicates: duplicates.get(request.id) ?? [] }));
}
