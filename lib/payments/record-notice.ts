import { type GatewayName, paymentNotices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

type Notice = { gateway: GatewayName; paymentId: string; body: string; verdict: string };

/** Keeps a bank's message about a payment of ours as received, with what was made of it. */
export async function recordNotice(ctx: Context, notice: Notice): Promise<void> {
  authorize(ctx, "payments:settle");
  await ctx.db.insert(paymentNotices).values({ ...notice, receivedAt: ctx.now });
}
