import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { payments } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { isGivenUp } from "@/lib/payments/rules";

const purposes = {
  cart: sql`exists (select from checkouts c join checkout_lines l on l.checkout_id = c.id where c.payment_id = payments.id)`,
  invoices: sql`exists (select from checkouts c join checkout_invoices i on i.checkout_id = c.id where c.payment_id = payments.id)`,
};

/** Payments of a household at the bank, the newest first; one given up there, or in quarantine here, keeps nobody from paying. */
export const listOpenPayments = async (ctx: Context, householdId: string, purpose: keyof typeof purposes) => {
  authorize(ctx, "cart:read", { householdId });

  const open = await ctx.db
    .select({
      id: payments.id,
      revenueOfficeId: payments.revenueOfficeId,
      status: payments.status,
      lastAnswer: payments.lastAnswer,
    })
    .from(payments)
    .where(
      and(
        eq(payments.householdId, householdId),
        inArray(payments.status, ["initiated", "pending"]),
        isNotNull(payments.nextCheckAt),
        purposes[purpose],
      ),
    )
    .orderBy(desc(payments.createdAt));
  return open.filter(({ status, lastAnswer }) => !isGivenUp(status, lastAnswer));
};
