import { expect } from "vitest";
import { slotOccurrences } from "@/db/schema";
import { closeDays, reopenDays } from "@/lib/catalogue/opening/close-days";
import { test } from "../../../support/database";
import { anActivity, anOccurrence, aSlot } from "../../../support/factories";
import { aBookedEvening, agentOf } from "../agents";

const friday = { from: "2026-09-18", to: "2026-09-18" };

test("closes days nobody is booked on, and opens them again", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const slot = await aSlot(ctx, await anActivity(ctx));
  await anOccurrence(ctx, slot);

  expect(await closeDays(agent, { slotId: slot.id, ...friday, reason: "Travaux" })).toEqual({ closed: 1 });
  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject([{ closedReason: "Travaux" }]);
  await expect(closeDays(agent, { slotId: slot.id, ...friday, reason: "Travaux" })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await reopenDays(agent, { slotId: slot.id, ...friday })).toEqual({ reopened: 1 });
  await expect(reopenDays(agent, { slotId: slot.id, ...friday })).rejects.toMatchObject({ code: "not_found" });
});

test("leaves a day on which a child is expected to the planning", async ({ ctx }) => {
  const { slot } = await aBookedEvening(ctx);
  const closing = closeDays(agentOf(ctx), { slotId: slot.id, ...friday, reason: "Grève" });
  await expect(closing).rejects.toMatchObject({ code: "still_booked" });
  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject([{ closedReason: null }]);
});
