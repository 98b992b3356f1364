import { and, count, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { checkoutLines, checkouts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { addMinutes } from "@/lib/core/calendar";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { getBalance } from "@/lib/ledger/queries";
import { PAYMENT_MINUTES } from "@/lib/payments/rules";
import { prolongHolds } from "@/lib/reservations/prolong-holds";
import { bookCheckout } from "../book-checkout";
import { findStarted } from "../find-started";
import { type CheckedOut, startCheckout } from "../start-checkout";
import type { CheckoutInput } from "./input";
import { listCartLines } from "./queries";
import { totalDue } from "./rules";

/**
 * Freezes the cart of one régie into a checkout. The balance pays first; the rest becomes a payment, written before any
 * bank is called. Refuses with `cart_empty`, with `cart_changed` when the total is not the one on screen or when a
 * request is withdrawn at the same moment, and with `too_many_payments` when the places would be kept once more. Pressed
 * again, it is the checkout that has just been started.
 */
export async function checkout(
  ctx: Context,
  { householdId, revenueOfficeId, expectedTotalCents }: CheckoutInput,
): Promise<CheckedOut> {
  authorize(ctx, "cart:pay", { householdId });

  return inTransaction(ctx, async (ctx) => {
    await lockHousehold(ctx, householdId);
    const lines = (await listCartLines(ctx, householdId)).filter((line) => line.revenueOfficeId === revenueOfficeId);
    const started = await findSame(ctx, { householdId, revenueOfficeId, expectedTotalCents }, lines);
    if (started) return started;
    const [first] = lines;
    if (!first) throw new DomainError("cart_empty");

    const subtotalCents = lines.reduce((sum, { priceCents }) => sum + priceCents, 0);
    const balanceCents = await getBalance(ctx, { householdId, revenueOfficeId });
    const totalCents = totalDue(subtotalCents, balanceCents, first.gateway);
    if (totalCents !== expectedTotalCents) throw new DomainError("cart_changed", { totalCents });

    const reservationIds = lines.map(({ reservationId }) => reservationId);
    const until = addMinutes(ctx.now, PAYMENT_MINUTES);
    if (lines.some(({ holdExpiresAt }) => holdExpiresAt < until)) await assertTriesLeft(ctx, reservationIds);
    const held = await prolongHolds(ctx, { householdId, reservationIds, until });
    if (held !== lines.length) throw new DomainError("cart_changed");
    const written = await startCheckout(ctx, {
      householdId,
      revenueOfficeId,
      subtotalCents,
      totalCents,
      subject: subjectOf(lines),
    });
    const { checkoutId } = written;
    await ctx.db
      .insert(checkoutLines)
      .values(lines.map(({ reservationId, priceCents }) => ({ checkoutId, reservationId, priceCents })));
    await recordEvent(ctx, { type: "cart.checked-out", subjectId: checkoutId, householdId, data: { totalCents } });

    if (!written.paymentId) await bookCheckout(asSystem(ctx, "checkout"), checkoutId);
    return written;
  });
}

/** The same requests for the same total; once the account has paid for them, they are no longer in the cart. */
function findSame(
  ctx: Context,
  { householdId, revenueOfficeId, expectedTotalCents }: CheckoutInput,
  lines: { reservationId: number }[],
): Promise<CheckedOut | undefined> {
  const ids = lines.map(({ reservationId }) => reservationId).toSorted((one, other) => one - other);
  const kept = sql`array(
    select ${checkoutLines.reservationId} from ${checkoutLines}
    where ${checkoutLines.checkoutId} = ${checkouts.id} order by ${checkoutLines.reservationId}
  )`;
  const same =
    ids.length === 0
      ? and(
          isNull(checkouts.paymentId),
          sql`exists (select from ${checkoutLines} where ${checkoutLines.checkoutId} = ${checkouts.id})`,
        )
      : sql`${kept} = ${sql.param(ids)}::bigint[]`;
  const total = eq(checkouts.totalCents, expectedTotalCents);
  return findStarted(ctx, { householdId, revenueOfficeId, purpose: "cart", same: sql`${total} and ${same}` });
}

/** Each payment that is started keeps the places for as long as it takes; a place that others wait for is not kept forever. */
const MOST_TRIES = 5;

async function assertTriesLeft(ctx: Context, reservationIds: number[]): Promise<void> {
  const [worn] = await ctx.db
    .select({ reservationId: checkoutLines.reservationId })
    .from(checkoutLines)
    .where(inArray(checkoutLines.reservationId, reservationIds))
    .groupBy(checkoutLines.reservationId)
    .having(gte(count(), MOST_TRIES))
    .limit(1);
  if (worn) throw new DomainError("too_many_payments");
}

/** What the payer reads at the bank: no child's name (protocols §2.5). */
function subjectOf(lines: { activity: string }[]): string {
  const names = [...new Set(lines.map(({ activity }) => activity))].join(", ");
  return `${names} : ${lines.length} réservation${lines.length > 1 ? "s" : ""}`;
}
