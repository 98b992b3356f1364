import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { tellOfAssistance } from "@/lib/reservations/record-gesture";
import { checkout } from "./checkout";
import type { ProlongInput } from "./input";

/**
 * An agent confirms what a family has asked for and not paid, with what its account at that régie holds: after cash at the
 * counter, or on the phone. Never a bank. Refuses with `credit_short` when the account does not cover all of it, and with
 * `cart_empty` when nothing waits.
 */
export async function confirmWithCredit(ctx: Context, input: ProlongInput): Promise<void> {
  authorize(ctx, "cart:confirm");

  await inTransaction(ctx, async (ctx) => {
    const { checkoutId, isStarted } = await checkout(asSystem(ctx, "counter"), {
      ...input,
      expectedTotalCents: 0,
    }).catch((error: unknown) => {
      throw error instanceof DomainError && error.code === "cart_changed" ? new DomainError("credit_short") : error;
    });
    if (isStarted) throw new DomainError("cart_empty"); // the family, or another agent, has just paid so
    const { householdId } = input;
    await recordEvent(ctx, { type: "cart.confirmed-by-agent", subjectId: checkoutId, householdId });
    await tellOfAssistance(ctx, householdId, dateOf(ctx.now));
  });
}
