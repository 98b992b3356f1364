import { expect } from "vitest";
import { slots, tariffs } from "@/db/schema";
import { archiveTariff, restoreTariff } from "@/lib/catalogue/tariffs/archive-tariff";
import { test } from "../../../support/database";
import { anActivity, aSlot } from "../../../support/factories";
import { agentOf } from "../agents";

test("a tariff is archived once nothing costs it, and comes back", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const { tariffId } = await aSlot(ctx, await anActivity(ctx));
  await expect(archiveTariff(agent, { tariffId, revision: 0 })).rejects.toMatchObject({ code: "in_use" });

  await ctx.db.update(slots).set({ archivedAt: ctx.now });
  await archiveTariff(agent, { tariffId, revision: 0 });
  expect(await ctx.db.select().from(tariffs)).toMatchObject([{ archivedAt: ctx.now }]);
  await restoreTariff(agent, { tariffId, revision: 1 });
  expect(await ctx.db.select().from(tariffs)).toMatchObject([{ archivedAt: null }]);
});
