import { and, eq } from "drizzle-orm";
import { changeRequests } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { WithdrawChangeInput } from "./input";

/** Takes back what was asked for, as long as nobody has decided. */
export async function withdrawChange(ctx: Context, { householdId, changeId }: WithdrawChangeInput): Promise<void> {
  authorize(ctx, "household:write", { householdId });

  await inTransaction(ctx, async (ctx) => {
    const asked = and(eq(changeRequests.id, changeId), eq(changeRequests.householdId, householdId));
    const [request] = await ctx.db
      .select({ status: changeRequests.status, field: changeRequests.field, personId: changeRequests.personId })
      .from(changeRequests)
      .where(asked)
      .for("update");
    if (!request) throw new DomainError("not_found");
    if (request.status === "withdrawn") return;
    if (request.status !== "pending") throw new DomainError("already_decided", { message: TOO_LATE });

    await ctx.db
      .update(changeRequests)
      .set({
        status: "withdrawn",
        decidedAt: ctx.now,
        decidedBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
      })
      .where(asked);
    await recordEvent(ctx, {
      type: "change.withdrawn",
      householdId,
      subjectId: request.personId ?? householdId,
      data: { changeId, fields: [request.field] },
    });
  });
}

const TOO_LATE = "La structure vient de traiter cette demande : il est trop tard pour la retirer.";
