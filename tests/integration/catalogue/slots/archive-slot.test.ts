import { expect } from "vitest";
import { slotOccurrences, slots } from "@/db/schema";
import { publishCalendar } from "@/lib/catalogue/opening/publish-calendar";
import { archiveSlot, restoreSlot } from "@/lib/catalogue/slots/archive-slot";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening } from "../../../support/factories";
import { aBookedEvening, agentOf } from "../agents";

test("closes the days that somebody once asked for, and opens them when its calendar is published again", async ({
  ctx,
}) => {
  const agent = agentOf(ctx);
  const { guardian, household, slot, cell } = await aFamilyAndAnEvening(ctx);
  const gesture = { householdId: household.id, cells: [cell] };
  await requestSlots(guardian, gesture);
  await expect(archiveSlot(agent, { slotId: slot.id, revision: 0 })).rejects.toMatchObject({ code: "still_booked" });

  await withdrawRequests(guardian, gesture);
  await archiveSlot(agent, { slotId: slot.id, revision: 0 });
  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject([{ closedReason: "Service arrêté" }]);

  await restoreSlot(agent, { slotId: slot.id, revision: 1 });
  const recipe = {
    from: "2026-09-18",
    to: "2026-09-18",
    schoolDays: true,
    wednesdays: false,
    holidays: [],
    weekdays: [5],
  };
  expect(await publishCalendar(agent, { slotId: slot.id, recipe })).toEqual({ opened: 1, already: 0 });
  expect(await ctx.db.select().from(slotOccurrences)).toMatchObject([{ closedReason: null }]);
});

test("is refused while a child is booked, and changes nothing", async ({ ctx }) => {
  const { slot } = await aBookedEvening(ctx);
  const archiving = archiveSlot(agentOf(ctx), { slotId: slot.id, revision: 0 });
  await expect(archiving).rejects.toMatchObject({ code: "still_booked", details: { lastDay: "2026-09-18" } });
  expect(await ctx.db.select().from(slots)).toMatchObject([{ archivedAt: null, revision: 0 }]);
});
