import { expect } from "vitest";
import { activities, reservations } from "@/db/schema";
import { updateActivityInput } from "@/lib/catalogue/activities/input";
import { updateActivity } from "@/lib/catalogue/activities/update-activity";
import { test } from "../../../support/database";
import { anActivity, aRevenueOffice } from "../../../support/factories";
import { aBookedEvening, agentOf } from "../agents";
import { typedActivity } from "./typed";

const change = (activity: { id: string; revenueOfficeId: string }, values = {}) =>
  updateActivityInput.parse({
    ...typedActivity,
    activityId: activity.id,
    revenueOfficeId: activity.revenueOfficeId,
    revision: 0,
    ...values,
  });

test("changes an activity for the requests to come, once", async ({ ctx }) => {
  const { activity } = await aBookedEvening(ctx);
  await updateActivity(agentOf(ctx), change(activity, { billingMode: "free" }));

  expect(await ctx.db.select().from(activities)).toMatchObject([
    { name: "Restauration scolaire", billingMode: "free" },
  ]);
  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "booked", priceCents: 300 }]);
  await expect(updateActivity(agentOf(ctx), change(activity))).rejects.toMatchObject({ code: "changed_meanwhile" });
});

test("its régie changes only while nobody is booked", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const other = await aRevenueOffice(ctx, "systempay");
  const free = await anActivity(ctx);
  await updateActivity(agent, change(free, { revenueOfficeId: other.id }));

  const { activity } = await aBookedEvening(ctx);
  await expect(updateActivity(agent, change(activity, { revenueOfficeId: other.id }))).rejects.toMatchObject({
    code: "in_use",
  });
});
