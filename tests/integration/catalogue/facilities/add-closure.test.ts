import { expect } from "vitest";
import { facilityClosures, slotOccurrences } from "@/db/schema";
import { addClosure, removeClosure } from "@/lib/catalogue/facilities/add-closure";
import { test } from "../../../support/database";
import { anActivity, anOccurrence, aSlot } from "../../../support/factories";
import { aBookedEvening, agentOf, lastEvent } from "../agents";

const bridge = { label: "Pont", firstDay: "2026-09-17", lastDay: "2026-09-18" };

test("closes what is open on its days, and opens it again when it is removed", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const activity = await anActivity(ctx);
  const slot = await aSlot(ctx, activity);
  await anOccurrence(ctx, slot);
  await anOccurrence(ctx, slot, { date: "2026-09-21" });
  const reasons = async () =>
    (await ctx.db.select().from(slotOccurrences).orderBy(slotOccurrences.date)).map((day) => day.closedReason);

  await addClosure(agent, { facilityId: activity.facilityId, ...bridge });
  expect(await reasons()).toEqual(["Pont", null]);
  expect(await lastEvent(ctx, "closure.added")).toMatchObject({ data: { closed: 1 } });

  const [closure] = await ctx.db.select().from(facilityClosures);
  await removeClosure(agent, { closureId: closure?.id ?? 0 });
  expect(await reasons()).toEqual([null, null]);
  await expect(removeClosure(agent, { closureId: closure?.id ?? 0 })).rejects.toMatchObject({ code: "not_found" });
});

test("is refused while a child is booked: their family would not be told", async ({ ctx }) => {
  const { activity } = await aBookedEvening(ctx);

  const closing = addClosure(agentOf(ctx), { facilityId: activity.facilityId, ...bridge });
  await expect(closing).rejects.toMatchObject({
    code: "still_booked",
    details: { bookings: 1, lastDay: "2026-09-18" },
  });
  expect(await ctx.db.select().from(facilityClosures)).toEqual([]);
});
