import { and, eq, ne } from "drizzle-orm";
import { payments } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { nextCheckAfter } from "./rules";

/** Sets the next time before asking: a bank that hangs, or a worker that is killed, does not make the queue stand still. */
export async function postponeCheck(ctx: Context, paymentId: string): Promise<void> {
  authorize(ctx, "payments:settle");

  const [payment] = await ctx.db
    .select({ createdAt: payments.createdAt })
    .from(payments)
    .where(and(eq(payments.id, paymentId), ne(payments.status, "paid")));
  const nextCheckAt = payment ? nextCheckAfter(payment.createdAt, ctx.now) : null;
  await ctx.db.update(payments).set({ nextCheckAt }).where(eq(payments.id, paymentId));
}
