import { and, desc, eq, gt, isNull, or, type SQL } from "drizzle-orm";
import { checkouts } from "@/db/schema";
import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { listOpenPayments } from "./open-payments";
import type { CheckedOut } from "./start-checkout";

/**
 * For how long pressing again is the same press, whose answer was slow or lost. Later it is a new try: a bank's page that
 * was opened and left does not open twice (protocols §2.8).
 */
const REPEAT_MINUTES = 2;

type Wanted = {
  householdId: string;
  revenueOfficeId: string;
  purpose: "cart" | "invoices";
  /** That it was for exactly this, of `checkouts`. */
  same: SQL;
};

/**
 * The checkout that has just been started for exactly the same thing: paid from the account, or on its way to the bank. A
 * button pressed twice, or again because its answer never came, goes on with that one, so that no money is taken twice.
 * Plumbing of the checkouts, which have authorized and locked the household.
 */
export const findStarted = async (
  ctx: Context,
  { householdId, revenueOfficeId, purpose, same }: Wanted,
): Promise<CheckedOut | undefined> => {
  const open = await listOpenPayments(ctx, householdId, purpose);
  const [started] = await ctx.db
    .select({ checkoutId: checkouts.id, paymentId: checkouts.paymentId })
    .from(checkouts)
    .where(
      and(
        eq(checkouts.householdId, householdId),
        eq(checkouts.revenueOfficeId, revenueOfficeId),
        gt(checkouts.createdAt, addMinutes(ctx.now, -REPEAT_MINUTES)),
        or(isNull(checkouts.paymentId), ...open.map(({ id }) => eq(checkouts.paymentId, id))),
        same,
      ),
    )
    .orderBy(desc(checkouts.createdAt))
    .limit(1);
  return started && { ...started, isStarted: true };
};
