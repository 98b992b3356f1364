import { expect } from "vitest";
import { ageGroups, slots } from "@/db/schema";
import { archiveAgeGroup } from "@/lib/catalogue/facilities/archive-age-group";
import { test } from "../../../support/database";
import { anActivity, anAgeGroup, aSlot } from "../../../support/factories";
import { agentOf } from "../agents";

test("a group is archived once no slot receives it", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const activity = await anActivity(ctx);
  const group = await anAgeGroup(ctx, activity, 3, 5);
  await aSlot(ctx, activity, { ageGroupId: group.id });
  await expect(archiveAgeGroup(agent, { groupId: group.id })).rejects.toMatchObject({ code: "in_use" });

  await ctx.db.update(slots).set({ ageGroupId: null });
  await archiveAgeGroup(agent, { groupId: group.id });
  expect(await ctx.db.select().from(ageGroups)).toMatchObject([{ archivedAt: ctx.now }]);
  await expect(archiveAgeGroup(agent, { groupId: group.id })).rejects.toMatchObject({ code: "not_found" });
});
