import { and, eq, isNull } from "drizzle-orm";
import { pickupAuthorizations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { isAllowed } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { authorizeChild } from "../authorize-child";
import type { PickupPersonInput } from "./input";

/** Takes someone off the list; a prohibition is only lifted by the structure, which reads the judgment. */
export async function removePickupPerson(ctx: Context, { childId, pickupId }: PickupPersonInput): Promise<void> {
  const { householdId } = await authorizeChild(ctx, "household:write", childId);

  await inTransaction(ctx, async (ctx) => {
    const [person] = await ctx.db
      .select({ kind: pickupAuthorizations.kind })
      .from(pickupAuthorizations)
      .where(
        and(
          eq(pickupAuthorizations.id, pickupId),
          eq(pickupAuthorizations.childId, childId),
          isNull(pickupAuthorizations.removedAt),
        ),
      )
      .for("update");
    if (!person) throw new DomainError("not_found");
    if (person.kind === "forbidden" && !isAllowed(ctx.actor, "families:write")) {
      throw new DomainError("prohibition_stays");
    }
    await ctx.db.update(pickupAuthorizations).set({ removedAt: ctx.now }).where(eq(pickupAuthorizations.id, pickupId));
    await recordEvent(ctx, { type: "pickup.removed", subjectId: childId, householdId, data: { pickupId } });
  });
}
