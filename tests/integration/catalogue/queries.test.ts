import { expect } from "vitest";
import { activities, facilities, tariffVersions } from "@/db/schema";
import { listRevenueOffices } from "@/lib/catalogue/offices/queries";
import { getOverview } from "@/lib/catalogue/queries";
import { listTariffs } from "@/lib/catalogue/tariffs/queries";
import { test } from "../../support/database";
import { anActivity, anOccurrence, aSlot } from "../../support/factories";
import { agentOf } from "./agents";

test("the overview says until when each slot is open, and what is missing", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const activity = await anActivity(ctx);
  const slot = await aSlot(ctx, activity);
  const state = async () => (await getOverview(agent)).facilities[0]?.activities[0]?.slots[0];
  expect(await state()).toMatchObject({ tone: "cancel", words: "Pas encore ouvert" });

  await anOccurrence(ctx, slot, { date: "2027-01-15" });
  await anOccurrence(ctx, slot, { date: "2027-01-18", closedReason: "Pont" });
  expect(await state()).toMatchObject({
    tone: "reserved",
    words: "Ouvert jusqu’au vendredi 15 janvier",
    warnings: [],
    nextClosed: "2027-01-18",
  });

  await ctx.db.update(tariffVersions).set({ validTo: "2026-12-31" });
  expect(await state()).toMatchObject({ tone: "cancel", warnings: [expect.stringContaining("Aucun tarif")] });
});

test("what is archived is shown to those who ask, and a structure without calendar says so", async ({ ctx }) => {
  const agent = agentOf(ctx);
  await anActivity(ctx);
  await ctx.db.update(activities).set({ archivedAt: ctx.now });
  await ctx.db.update(facilities).set({ schoolZone: "unknown" });
  expect(await getOverview(agent)).toMatchObject({
    archivedCount: 1,
    facilities: [{ calendarMissing: true, activities: [] }],
  });
  expect(await getOverview(agent, { archived: true })).toMatchObject({ facilities: [{ activities: [{ slots: [] }] }] });
});

test("tariffs come with the version in force and the next one, régies with their activities and without their key", async ({
  ctx,
}) => {
  const { tariffId } = await aSlot(ctx, await anActivity(ctx, { gateway: "systempay" }));
  const rule = { method: "flat", cents: { resident: 310, nonResident: 310 } } as const;
  await ctx.db.insert(tariffVersions).values({ tariffId, validFrom: "2027-09-01", rule });

  expect(await listTariffs(agentOf(ctx, "billing_officer"))).toMatchObject([
    { slots: 1, current: { validFrom: "2026-01-01" }, next: { validFrom: "2027-09-01" } },
  ]);
  const offices = await listRevenueOffices(agentOf(ctx));
  expect(offices).toMatchObject([{ activities: 1, hasKey: true }]);
  expect(Object.keys(offices[0] ?? {})).not.toContain("gatewaySecret");
});
