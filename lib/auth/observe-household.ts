import { and, eq } from "drizzle-orm";
import { households, sessions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

/** From now on this agent's session sees what a family sees, and can change nothing, until they leave. */
export async function observeHousehold(
  ctx: Context,
  { householdId, sessionId }: { householdId: string; sessionId: string },
): Promise<void> {
  authorize(ctx, "families:read");
  assertUuid(householdId);

  await inTransaction(ctx, async (ctx) => {
    const [household] = await ctx.db
      .select({ id: households.id })
      .from(households)
      .where(eq(households.id, householdId));
    if (!household) throw new DomainError("not_found");
    await look(ctx, sessionId, householdId);
    await recordEvent(ctx, { type: "observation.started", householdId });
  });
}

/** Back to the agent's own side; answers the household that was observed. */
export async function endObservation(ctx: Context, { sessionId }: { sessionId: string }): Promise<string> {
  const { actor } = ctx;
  if (actor.kind !== "observer") throw new DomainError("not_found");

  await inTransaction(ctx, async (ctx) => {
    await look(ctx, sessionId, null);
    await recordEvent(ctx, { type: "observation.ended", householdId: actor.householdId });
  });
  return actor.householdId;
}

async function look({ db, actor }: Context, sessionId: string, observedHouseholdId: string | null): Promise<void> {
  const accountId = "accountId" in actor ? actor.accountId : "";
  const [looking] = await db
    .update(sessions)
    .set({ observedHouseholdId })
    .where(and(eq(sessions.tokenHash, sessionId), eq(sessions.accountId, accountId)))
    .returning({ id: sessions.tokenHash });
  if (!looking) throw new DomainError("unauthenticated");
}
