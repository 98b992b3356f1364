import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { prolongHolds } from "@/lib/reservations/prolong-holds";
import type { ProlongInput } from "./input";
import { listCartLines } from "./queries";
import { prolongedHold } from "./rules";

/** Keeps the places of one régie's cart a little longer, as far as the rule allows. Returns how many were prolonged. */
export async function prolongCart(ctx: Context, { householdId, revenueOfficeId }: ProlongInput): Promise<number> {
  authorize(ctx, "reservations:write", { householdId });

  return inTransaction(ctx, async (ctx) => {
    let prolonged = 0;
    for (const line of await listCartLines(ctx, householdId)) {
      const until = prolongedHold(ctx.now, line.requestedAt, line.holdExpiresAt);
      if (line.revenueOfficeId !== revenueOfficeId || !until) continue;
      await prolongHolds(ctx, { householdId, reservationIds: [line.reservationId], until });
      prolonged += 1;
    }
    return prolonged;
  });
}
