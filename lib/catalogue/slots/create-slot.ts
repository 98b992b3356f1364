import { slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { SlotInput } from "./input";
import { settleReferences } from "./settle-references";

/**
 * Adds a slot to an activity; no day is open yet. Refuses beside their fields a group of another structure and a missing
 * tariff. Returns its id.
 */
export async function createSlot(ctx: Context, input: SlotInput): Promise<{ slotId: number }> {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const tariffId = await settleReferences(ctx, input);
    const [slot] = await ctx.db
      .insert(slots)
      .values({ ...input, tariffId })
      .returning({ id: slots.id });
    if (!slot) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "slot.created", subjectId: String(slot.id), data: { ...input, tariffId } });
    return { slotId: slot.id };
  });
}
