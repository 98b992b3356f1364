import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { activities, facilities, revenueOffices } from "@/db/schema";
import { createActivity } from "@/lib/catalogue/activities/create-activity";
import { activityInput } from "@/lib/catalogue/activities/input";
import { test } from "../../../support/database";
import { aRevenueOffice } from "../../../support/factories";
import { agentOf, lastEvent } from "../agents";
import { aFacility } from "../facilities/scene";
import { anActivityInput, typedActivity } from "./typed";

test("adds an activity with its policy of absences and the papers that it asks for", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const [facilityId, office] = [await aFacility(agent), await aRevenueOffice(ctx)];
  const { activityId } = await createActivity(
    agent,
    anActivityInput(facilityId, office.id, { "document:insurance": "on", hasPedt: "on" }),
  );

  expect(await ctx.db.select().from(activities)).toMatchObject([
    {
      id: activityId,
      facilityId,
      kind: "lunch",
      billingMode: "billed",
      unbookedSurchargeCents: 250,
      isChildcare: false,
      hasPedt: true,
      requiredDocuments: ["insurance"],
      absencePolicy: { proofRequired: true, proofWithinHours: 48, waitingDays: 1, maxExcusedDays: null },
    },
  ]);
  expect(await lastEvent(ctx, "activity.created")).toMatchObject({ subjectId: activityId });
});

test("refuses an archived structure or régie", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const [facilityId, office] = [await aFacility(agent), await aRevenueOffice(ctx)];
  const input = anActivityInput(facilityId, office.id);
  await ctx.db.update(revenueOffices).set({ archivedAt: ctx.now });
  await expect(createActivity(agent, input)).rejects.toMatchObject({
    details: { fields: { revenueOfficeId: [expect.any(String)] } },
  });
  await ctx.db.update(facilities).set({ archivedAt: ctx.now }).where(eq(facilities.id, facilityId));
  await expect(createActivity(agent, input)).rejects.toMatchObject({ code: "not_found" });
});

test("tells what is wrong beside each field", () => {
  const { error } = activityInput.safeParse({
    ...typedActivity,
    facilityId: crypto.randomUUID(),
    revenueOfficeId: "",
    holdMinutes: "5",
    unbookedSurchargeCents: "deux",
    maxExcusedDays: "0",
  });
  const fields = new Set(error?.issues.map(({ path }) => path[0]));
  expect(fields).toEqual(new Set(["revenueOfficeId", "holdMinutes", "unbookedSurchargeCents", "maxExcusedDays"]));
});
