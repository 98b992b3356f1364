import { and, eq, inArray } from "drizzle-orm";
import { slotOccurrences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { dateInWords } from "@/lib/core/format-date";
import { closeOpened } from "../closures/close-opened";
import { openSlots } from "../open-slots";
import { getScheduledSlot } from "../slots/queries";
import { STOPPED } from "../slots/stop-slots";
import type { PublishCalendarInput } from "./input";
import { planDays } from "./rules";

/** `already`: days of the period that were open before. */
export type CalendarPublished = { opened: number; already: number };

/**
 * Opens the days of a period for a slot, by the same rules as the preview: school days, Wednesdays and holidays that are
 * chosen, without public holidays, bridges and closures. Refuses with `calendar_unknown` a period that is not published.
 */
export async function publishCalendar(
  ctx: Context,
  { slotId, recipe }: PublishCalendarInput,
): Promise<CalendarPublished> {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const { calendar } = await getScheduledSlot(ctx, slotId);
    const days = planDays(recipe, calendar);
    const unknown = days.find(({ state }) => state === "unknown");
    if (unknown) {
      throw new DomainError("calendar_unknown", {
        message: `Le calendrier scolaire du ${dateInWords(unknown.date)} n’est pas publié : raccourcissez la période, ou saisissez l’année scolaire de la structure.`,
      });
    }
    const dates = days.filter(({ state }) => state === "open").map(({ date }) => date);
    if (dates.length === 0) throw new DomainError("invalid_input", { message: "Aucun jour n’ouvre avec ces choix." });

    const opened = await openSlots(ctx, { slotId, dates });
    const revived = await ctx.db
      .update(slotOccurrences)
      .set({ closedReason: null })
      .where(
        and(
          eq(slotOccurrences.slotId, slotId),
          inArray(slotOccurrences.date, dates),
          eq(slotOccurrences.closedReason, STOPPED),
        ),
      )
      .returning({ id: slotOccurrences.id });
    await closeOpened(ctx, { slotId, dates });
    await recordEvent(ctx, {
      type: "calendar.published",
      subjectId: String(slotId),
      data: { recipe, opened: opened.length },
    });
    return { opened: opened.length + revived.length, already: dates.length - opened.length - revived.length };
  });
}
