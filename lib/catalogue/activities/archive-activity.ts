import { and, eq, isNull } from "drizzle-orm";
import { activities, slots } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockRevision } from "../lock-revision";
import { archive, restore } from "../set-archived";
import { stopSlots } from "../slots/stop-slots";
import type { SeenActivityInput } from "./input";

/**
 * Takes an activity and its slots out of every choice, and closes their days to come; its history stays. Refuses with
 * `still_booked` while children are booked from today on.
 */
export async function archiveActivity(ctx: Context, { activityId: id, revision }: SeenActivityInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, activities, { id, revision });
    const active = await ctx.db
      .select({ id: slots.id })
      .from(slots)
      .where(and(eq(slots.activityId, id), isNull(slots.archivedAt)));
    await stopSlots(
      ctx,
      active.map((slot) => slot.id),
    );
    await archive(ctx, activities, { id, event: "activity.archived" });
  });
}

/** Offers an archived activity again; its calendars are to be opened anew. */
export async function restoreActivity(ctx: Context, { activityId: id, revision }: SeenActivityInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await restore(ctx, activities, { id, revision, event: "activity.restored" });
}
