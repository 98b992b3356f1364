import { eq } from "drizzle-orm";
import { type SignUpStatus, signUps } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

type Decision = {
  id: string;
  status: Extract<SignUpStatus, "approved" | "refused" | "information_requested">;
  reason?: string;
  question?: string;
  householdId?: string;
};

const events = {
  approved: "sign-up.approved",
  refused: "sign-up.refused",
  information_requested: "sign-up.questioned",
} as const;

/** Writes what an agent decided of a request that their transaction holds, and its trace. */
export async function decideSignUp(ctx: Context, { id, ...decision }: Decision): Promise<void> {
  authorize(ctx, "accounts:review");
  const decidedBy = "accountId" in ctx.actor ? ctx.actor.accountId : null;

  await ctx.db
    .update(signUps)
    .set({ ...decision, decidedBy, decidedAt: ctx.now })
    .where(eq(signUps.id, id));
  const { status, householdId } = decision;
  await recordEvent(ctx, { type: events[status], subjectId: id, ...(householdId && { householdId }) });
}
