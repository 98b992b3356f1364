import { and, eq, gt } from "drizzle-orm";
import { pickupAuthorizations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { addMinutes } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { authorizeChild } from "../authorize-child";
import type { PickupPersonInput } from "./input";

/** Longer than the message that offers it stays in sight. */
const UNDO_MINUTES = 10;

/** Puts back someone who was just removed by mistake. */
export async function restorePickupPerson(ctx: Context, { childId, pickupId }: PickupPersonInput): Promise<void> {
  const { householdId } = await authorizeChild(ctx, "household:write", childId);

  await inTransaction(ctx, async (ctx) => {
    const [restored] = await ctx.db
      .update(pickupAuthorizations)
      .set({ removedAt: null })
      .where(
        and(
          eq(pickupAuthorizations.id, pickupId),
          eq(pickupAuthorizations.childId, childId),
          gt(pickupAuthorizations.removedAt, addMinutes(ctx.now, -UNDO_MINUTES)),
        ),
      )
      .returning({ id: pickupAuthorizations.id });
    if (!restored) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "pickup.restored", subjectId: childId, householdId, data: { pickupId } });
  });
}
