import { and, eq, inArray, isNull } from "drizzle-orm";
import { deliveries, deliveryRecipients } from "@/db/schema";
import { authorize, isAllowed } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";
import { readFile } from "../files/keep-file";
import type { ReadDocument } from "../read-document";

/** The bytes of an addressed document, for the households that it is for; the first of them to open it leaves its mark. */
export async function readDelivery(ctx: Context, deliveryId: string): Promise<ReadDocument> {
  assertUuid(deliveryId);
  const recipients = await ctx.db
    .select({
      householdId: deliveryRecipients.householdId,
      fileName: deliveries.fileName,
      mediaType: deliveries.mediaType,
      storageKey: deliveries.storageKey,
    })
    .from(deliveries)
    .innerJoin(deliveryRecipients, eq(deliveryRecipients.deliveryId, deliveries.id))
    .where(and(eq(deliveries.id, deliveryId), isNull(deliveryRecipients.withdrawnAt)));
  const own = recipients.filter((recipient) => isAllowed(ctx.actor, "documents:read", recipient));
  const delivery = own[0] ?? recipients[0];
  if (!delivery) throw new DomainError("not_found");

  const { householdId, storageKey, ...file } = delivery;
  authorize(ctx, "documents:read", { householdId });
  const bytes = await readFile(storageKey);
  await markRead(
    ctx,
    deliveryId,
    own.map(({ householdId }) => householdId),
  );
  return { ...file, bytes };
}

async function markRead({ db, actor, now }: Context, deliveryId: string, householdIds: string[]): Promise<void> {
  if (actor.kind !== "guardian") return;
  await db
    .update(deliveryRecipients)
    .set({ readAt: now })
    .where(
      and(
        eq(deliveryRecipients.deliveryId, deliveryId),
        inArray(deliveryRecipients.householdId, householdIds),
        isNull(deliveryRecipients.readAt),
      ),
    );
}
