import { and, eq, gte, lte, ne } from "drizzle-orm";
import { activities, bookingWindows } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { dateInWords } from "@/lib/core/format-date";
import type { WindowInput } from "./input";

/**
 * Says from when to when some days of an activity can be booked (handbook §3.7): what is booked stays. Two windows of an
 * activity never speak of the same day (`invalid_input` beside the first day). Returns its number.
 */
export async function setWindow(ctx: Context, { windowId, activityId, ...values }: WindowInput): Promise<number> {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const [activity] = await ctx.db
      .select({ archivedAt: activities.archivedAt })
      .from(activities)
      .where(eq(activities.id, activityId))
      .for("update");
    if (!activity) throw new DomainError("not_found");
    if (activity.archivedAt) throw new DomainError("archived");
    await assertAlone(ctx, { windowId, activityId, ...values });

    const [written] = windowId
      ? await ctx.db
          .update(bookingWindows)
          .set(values)
          .where(and(eq(bookingWindows.id, windowId), eq(bookingWindows.activityId, activityId)))
          .returning({ id: bookingWindows.id })
      : await ctx.db
          .insert(bookingWindows)
          .values({ activityId, ...values })
          .returning({ id: bookingWindows.id });
    if (!written) throw new DomainError("not_found");
    await recordEvent(ctx, {
      type: "booking-window.set",
      subjectId: activityId,
      data: { windowId: written.id, ...values },
    });
    return written.id;
  });
}

async function assertAlone({ db }: Context, { windowId = 0, activityId, firstDay, lastDay }: WindowInput) {
  const [other] = await db
    .select({ firstDay: bookingWindows.firstDay, lastDay: bookingWindows.lastDay })
    .from(bookingWindows)
    .where(
      and(
        eq(bookingWindows.activityId, activityId),
        ne(bookingWindows.id, windowId),
        lte(bookingWindows.firstDay, lastDay),
        gte(bookingWindows.lastDay, firstDay),
      ),
    );
  if (!other) return;
  const sentence = `Une autre période couvre déjà ces jours, du ${dateInWords(other.firstDay)} au ${dateInWords(other.lastDay)}.`;
  throw new DomainError("invalid_input", { message: sentence, fields: { firstDay: [sentence] } });
}
