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
    const lines = await listCartLines(ctx, householdId);
    let prolonged = 0;
    // In id order, as everyone locks requests: the other parent may be withdrawing some.
    for (const line of lines.sort((a, b) => a.reservationId - b.reservationId)) {
      const until = prolongedHold(ctx.now, line.requestedAt, line.holdExpiresAt);
      if (line.revenueOfficeId !== revenueOfficeId || !until) continue;
      prolonged += await prolongHolds(ctx, { householdId, reservationIds: [line.reservationId], until });
    }
    return prolonged;
  });
}
