import { slots } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockRevision } from "../lock-revision";
import { archive, restore } from "../set-archived";
import type { SeenSlotInput } from "./input";
import { stopSlots } from "./stop-slots";

/** Takes a slot out of every choice and closes its days to come. Refuses with `still_booked` while children are booked. */
export async function archiveSlot(ctx: Context, { slotId: id, revision }: SeenSlotInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, slots, { id, revision });
    await stopSlots(ctx, [id]);
    await archive(ctx, slots, { id, event: "slot.archived" });
  });
}

/** Offers an archived slot again; its calendar is to be opened anew. */
export async function restoreSlot(ctx: Context, { slotId: id, revision }: SeenSlotInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await restore(ctx, slots, { id, revision, event: "slot.restored" });
}
