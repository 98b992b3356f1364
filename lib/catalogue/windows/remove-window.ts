import { eq } from "drizzle-orm";
import { bookingWindows } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { WindowIdInput } from "./input";

/** Takes a window away: its days can be booked until their deadline, at once. */
export async function removeWindow(ctx: Context, { windowId }: WindowIdInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    const [removed] = await ctx.db.delete(bookingWindows).where(eq(bookingWindows.id, windowId)).returning();
    if (!removed) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "booking-window.removed", subjectId: removed.activityId, data: removed });
  });
}
