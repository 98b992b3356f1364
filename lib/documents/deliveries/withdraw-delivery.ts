import { and, eq, isNull } from "drizzle-orm";
import { deliveryRecipients } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { WithdrawDeliveryInput } from "./input";

/** Takes a document out of one household's space: addressed by mistake, or out of date. */
export async function withdrawDelivery(
  ctx: Context,
  { deliveryId, householdId }: WithdrawDeliveryInput,
): Promise<void> {
  authorize(ctx, "publications:write");

  await inTransaction(ctx, async (ctx) => {
    const [withdrawn] = await ctx.db
      .update(deliveryRecipients)
      .set({ withdrawnAt: ctx.now })
      .where(
        and(
          eq(deliveryRecipients.deliveryId, deliveryId),
          eq(deliveryRecipients.householdId, householdId),
          isNull(deliveryRecipients.withdrawnAt),
        ),
      )
      .returning({ deliveryId: deliveryRecipients.deliveryId });
    if (!withdrawn) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "delivery.withdrawn", subjectId: deliveryId, householdId });
  });
}
