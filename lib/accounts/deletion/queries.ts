import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { accounts, deletionRequests, households } from "@/db/schema";
import { authorizeAccount } from "@/lib/auth/authorize-account";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { findObstacles } from "./find-obstacles";

/** Where one's request to be forgotten is, and what would stand against it. */
export async function getOwnDeletion(ctx: Context) {
  const accountId = authorizeAccount(ctx);
  const personId = ctx.actor.kind === "guardian" ? ctx.actor.personId : undefined;

  const [obstacles, [last]] = await Promise.all([
    personId ? findObstacles(ctx, personId) : [],
    ctx.db
      .select({
        createdAt: deletionRequests.createdAt,
        decidedAt: deletionRequests.decidedAt,
        answer: deletionRequests.answer,
      })
      .from(deletionRequests)
      .where(eq(deletionRequests.accountId, accountId))
      .orderBy(desc(deletionRequests.createdAt))
      .limit(1),
  ]);
  return { obstacles, last };
}

const LISTED = 50;

export type WaitingDeletion = Awaited<ReturnType<typeof listDeletions>>[number];

/** Who asks to be forgotten, first come first, each with what stands against it. */
export async function listDeletions(ctx: Context) {
  authorize(ctx, "accounts:review");

  const rows = await ctx.db
    .select({
      id: deletionRequests.id,
      message: deletionRequests.message,
      createdAt: deletionRequests.createdAt,
      householdId: deletionRequests.householdId,
      household: households.name,
      name: accounts.displayName,
      email: accounts.email,
      personId: accounts.personId,
    })
    .from(deletionRequests)
    .innerJoin(accounts, eq(accounts.id, deletionRequests.accountId))
    .leftJoin(households, eq(households.id, deletionRequests.householdId))
    .where(and(isNull(deletionRequests.decidedAt)))
    .orderBy(asc(deletionRequests.createdAt))
    .limit(LISTED);
  return Promise.all(
    rows.map(async ({ personId, ...row }) => ({
      ...row,
      obstacles: personId ? await findObstacles(ctx, personId) : [],
    })),
  );
}
