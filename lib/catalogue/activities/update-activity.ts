import { and, count, eq, notInArray } from "drizzle-orm";
import { activities, reservations, slotOccurrences, slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision, nextRevision } from "../lock-revision";
import { assertOffice } from "./create-activity";
import type { UpdateActivityInput } from "./input";

/**
 * Changes an activity, for the requests to come: what is booked keeps its price and state. Its régie does not change once
 * children are booked (`in_use`): their money is in its accounts.
 */
export async function updateActivity(ctx: Context, input: UpdateActivityInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  const { activityId: id, revision, ...values } = input;
  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, activities, { id, revision });
    const [before] = await ctx.db
      .select({ officeId: activities.revenueOfficeId })
      .from(activities)
      .where(eq(activities.id, id));
    if (before?.officeId !== values.revenueOfficeId) {
      await assertOffice(ctx, values.revenueOfficeId);
      await assertNoMoney(ctx, id);
    }
    await ctx.db
      .update(activities)
      .set({ ...values, revision: nextRevision(activities) })
      .where(eq(activities.id, id));
    await recordEvent(ctx, { type: "activity.updated", subjectId: id, data: values });
  });
}

async function assertNoMoney(ctx: Context, activityId: string): Promise<void> {
  const [booked] = await ctx.db
    .select({ count: count() })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .where(and(eq(slots.activityId, activityId), notInArray(reservations.status, ["refused", "cancelled"])));
  if ((booked?.count ?? 0) === 0) return;
  throw new DomainError("in_use", {
    message:
      "Des enfants y sont réservés : leur argent est dans les comptes de cette régie. Créez une nouvelle activité pour encaisser par une autre.",
  });
}
