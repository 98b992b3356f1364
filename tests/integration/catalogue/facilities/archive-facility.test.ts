import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { activities, facilities } from "@/db/schema";
import { archiveFacility, restoreFacility } from "@/lib/catalogue/facilities/archive-facility";
import { test } from "../../../support/database";
import { anActivity } from "../../../support/factories";
import { agentOf } from "../agents";

test("a structure is archived once nothing is offered there, and comes back", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const { facilityId, id } = await anActivity(ctx);
  await expect(archiveFacility(agent, { facilityId, revision: 0 })).rejects.toMatchObject({ code: "in_use" });

  await ctx.db.update(activities).set({ archivedAt: ctx.now }).where(eq(activities.id, id));
  await archiveFacility(agent, { facilityId, revision: 0 });
  expect(await ctx.db.select().from(facilities)).toMatchObject([{ archivedAt: ctx.now, revision: 1 }]);

  await restoreFacility(agent, { facilityId, revision: 1 });
  expect(await ctx.db.select().from(facilities)).toMatchObject([{ archivedAt: null }]);
});
