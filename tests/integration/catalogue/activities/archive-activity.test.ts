import { expect } from "vitest";
import { activities, slotOccurrences } from "@/db/schema";
import { archiveActivity, restoreActivity } from "@/lib/catalogue/activities/archive-activity";
import { test } from "../../../support/database";
import { anActivity, anOccurrence, aSlot } from "../../../support/factories";
import { aBookedEvening, agentOf } from "../agents";

test("takes its days to come along, keeps those gone by, and comes back", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const activity = await anActivity(ctx);
  const slot = await aSlot(ctx, activity);
  await anOccurrence(ctx, slot, { date: "2026-09-04" });
  await anOccurrence(ctx, slot);

  await archiveActivity(agent, { activityId: activity.id, revision: 0 });
  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject([{ date: "2026-09-04", closedReason: null }]);
  await restoreActivity(agent, { activityId: activity.id, revision: 1 });
  expect(await ctx.db.select().from(activities)).toMatchObject([{ archivedAt: null, revision: 2 }]);
});

test("is refused while a child is booked", async ({ ctx }) => {
  const { activity } = await aBookedEvening(ctx);
  const archiving = archiveActivity(agentOf(ctx), { activityId: activity.id, revision: 0 });
  await expect(archiving).rejects.toMatchObject({ code: "still_booked", details: { bookings: 1 } });
  expect(await ctx.db.select().from(activities)).toMatchObject([{ archivedAt: null }]);
});
