import { eq, inArray } from "drizzle-orm";
import { deliveries, deliveryRecipients, households } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { asSystem, type Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { keepFiles } from "../files/keep-file";
import { listGuardianAccounts } from "../queries";
import type { DeliverDocumentInput } from "./input";

type Delivery = Omit<DeliverDocumentInput, "file"> & { fileName: string; bytes: Uint8Array };

/** Puts one file in the space of each household chosen, and tells its adults without naming it; sent twice, it is one. */
export async function deliverDocument(ctx: Context, delivery: Delivery): Promise<{ deliveryId: string }> {
  authorize(ctx, "publications:write");
  const { title, clientKey } = delivery;
  const householdIds = [...new Set(delivery.householdIds)];
  const known = await ctx.db.$count(households, inArray(households.id, householdIds));
  if (known !== householdIds.length) throw new DomainError("not_found");

  return keepFiles(ctx, [delivery], async (ctx, [file]) => {
    if (!file) throw new DomainError("file_missing");
    const sentBy = "accountId" in ctx.actor ? ctx.actor.accountId : null;
    const [delivered] = await ctx.db
      .insert(deliveries)
      .values({ ...file, title, clientKey, sentBy, createdAt: ctx.now })
      .onConflictDoNothing({ target: deliveries.clientKey })
      .returning({ id: deliveries.id });
    if (!delivered) return { value: await findRepeated(ctx, clientKey), isKept: false };

    const deliveryId = delivered.id;
    await ctx.db.insert(deliveryRecipients).values(householdIds.map((householdId) => ({ deliveryId, householdId })));
    for (const householdId of householdIds) {
      await recordEvent(ctx, { type: "document.delivered", subjectId: deliveryId, householdId });
    }
    await tell(ctx, deliveryId, householdIds);
    return { value: { deliveryId }, isKept: true };
  });
}

async function findRepeated({ db }: Context, clientKey: string): Promise<{ deliveryId: string }> {
  const [known] = await db
    .select({ deliveryId: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.clientKey, clientKey));
  if (!known) throw new DomainError("not_found");
  return known;
}

async function tell(ctx: Context, deliveryId: string, householdIds: string[]): Promise<void> {
  for (const { accountId, email } of await listGuardianAccounts(asSystem(ctx, "documents"), householdIds)) {
    await notify(ctx, {
      template: "document-added",
      recipient: email,
      payload: { url: `${env().appUrl}/documents` },
      dedupeKey: `document-added:${deliveryId}:${accountId}`,
    });
  }
}
