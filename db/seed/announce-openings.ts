import { eq, inArray } from "drizzle-orm";
import { schoolDayKind } from "@/lib/catalogue/calendar/rules";
import { openSlots } from "@/lib/catalogue/open-slots";
import { addDays, addMonths, datesBetween, firstDayOf, instantOf, lastDayOf, monthOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { activities, bookingWindows, slots } from "../schema";
import { type TownDays, ZONE } from "./days";

const OPENS_IN_DAYS = 9;
const RESIDENTS_FIRST_DAYS = 2;
const LATE_SURCHARGE = 100;

/**
 * The rules of a town that fills up: the Wednesdays after those that can be booked open next week, families of the commune
 * first; the canteen takes late requests, dearer; the leisure centre serves children of the commune first.
 */
export async function announceOpenings(ctx: Context, { today, to }: TownDays): Promise<void> {
  await ctx.db
    .update(activities)
    .set({ lateRequests: true, lateSurchargeCents: LATE_SURCHARGE })
    .where(eq(activities.kind, "lunch"));
  await ctx.db
    .update(activities)
    .set({ waitingOrder: "residents" })
    .where(inArray(activities.kind, ["wednesday", "holidays"]));

  const month = addMonths(monthOf(to), 1);
  const [firstDay, lastDay] = [firstDayOf(month), lastDayOf(month)];
  const dates = datesBetween(firstDay, lastDay).filter((date) => schoolDayKind(date, ZONE) === "wednesday");
  const own = await ctx.db
    .select({ id: slots.id, activityId: slots.activityId })
    .from(slots)
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .where(eq(activities.kind, "wednesday"));
  if (dates.length === 0) return;
  for (const { id } of own) await openSlots(ctx, { slotId: id, dates });
  const opensAt = (days: number) => instantOf(addDays(today, days), "08:30");
  await ctx.db.insert(bookingWindows).values(
    [...new Set(own.map(({ activityId }) => activityId))].map((activityId) => ({
      activityId,
      firstDay,
      lastDay,
      opensAt: opensAt(OPENS_IN_DAYS),
      residentsOpenAt: opensAt(OPENS_IN_DAYS - RESIDENTS_FIRST_DAYS),
    })),
  );
}
