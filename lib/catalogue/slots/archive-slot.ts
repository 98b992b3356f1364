import { eq } from "drizzle-orm";
import { slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockRevision, nextRevision } from "../lock-revision";
import type { SeenSlotInput } from "./input";
import { stopSlots } from "./stop-slots";

/** Takes a slot out of every choice and closes its days to come. Refuses with `still_booked` while children are booked. */
export async function archiveSlot(ctx: Context, { slotId: id, revision }: SeenSlotInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, slots, { id, revision });
    await stopSlots(ctx, [id]);
    await ctx.db
      .update(slots)
      .set({ archivedAt: ctx.now, revision: nextRevision(slots) })
      .where(eq(slots.id, id));
    await recordEvent(ctx, { type: "slot.archived", subjectId: String(id) });
  });
}

/** Offers an archived slot again; its calendar is to be opened anew. */
export async function restoreSlot(ctx: Context, { slotId: id, revision }: SeenSlotInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, slots, { id, revision });
    await ctx.db
      .update(slots)
      .set({ archivedAt: null, revision: nextRevision(slots) })
      .where(eq(slots.id, id));
    await recordEvent(ctx, { type: "slot.restored", subjectId: String(id) });
  });
}
