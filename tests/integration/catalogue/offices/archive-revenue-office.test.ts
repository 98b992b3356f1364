import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { activities, revenueOffices } from "@/db/schema";
import { archiveRevenueOffice, restoreRevenueOffice } from "@/lib/catalogue/offices/archive-revenue-office";
import { test } from "../../../support/database";
import { anActivity } from "../../../support/factories";
import { agentOf } from "../agents";

test("a régie is archived once nothing cashes there, and comes back", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const { revenueOfficeId: officeId, id } = await anActivity(ctx);
  await expect(archiveRevenueOffice(agent, { officeId, revision: 0 })).rejects.toMatchObject({ code: "in_use" });

  await ctx.db.update(activities).set({ archivedAt: ctx.now }).where(eq(activities.id, id));
  await archiveRevenueOffice(agent, { officeId, revision: 0 });
  expect(await ctx.db.select().from(revenueOffices)).toMatchObject([{ archivedAt: ctx.now }]);
  await restoreRevenueOffice(agent, { officeId, revision: 1 });
  expect(await ctx.db.select().from(revenueOffices)).toMatchObject([{ archivedAt: null }]);
});
