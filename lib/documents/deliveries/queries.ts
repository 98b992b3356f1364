import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { deliveries, deliveryRecipients } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** What the structure addressed to one household, last first, and whether one of it has opened it. */
export async function listDeliveries(ctx: Context, householdId: string) {
  authorize(ctx, "documents:read", { householdId });

  return ctx.db
    .select({
      id: deliveries.id,
      title: deliveries.title,
      mediaType: deliveries.mediaType,
      sizeBytes: deliveries.sizeBytes,
      createdAt: deliveries.createdAt,
      readAt: deliveryRecipients.readAt,
    })
    .from(deliveryRecipients)
    .innerJoin(deliveries, eq(deliveries.id, deliveryRecipients.deliveryId))
    .where(
      and(
        eq(deliveryRecipients.householdId, householdId),
        isNull(deliveryRecipients.withdrawnAt),
        isNotNull(deliveries.storageKey),
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id));
}
