import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

type Choice = { householdId: string; sessionId: string };

/**
 * From now on this session opens on that household of the actor's. Only what is read next changes: every form carries the
 * household it was drawn for, so a tab left on the other one still acts on the other one.
 */
export async function chooseHousehold(ctx: Context, { householdId, sessionId }: Choice): Promise<void> {
  const { actor, db } = ctx;
  if (actor.kind === "visitor") throw new DomainError("unauthenticated");
  if (actor.kind === "observer") throw new DomainError("observing");
  if (actor.kind !== "guardian" || !actor.householdIds.includes(householdId)) throw new DomainError("not_found");

  const [session] = await db
    .update(sessions)
    .set({ householdId })
    .where(and(eq(sessions.tokenHash, sessionId), eq(sessions.accountId, actor.accountId)))
    .returning({ id: sessions.tokenHash });
  if (!session) throw new DomainError("unauthenticated");
}
