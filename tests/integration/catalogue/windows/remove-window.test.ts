import { expect } from "vitest";
import { auditEvents, bookingWindows } from "@/db/schema";
import { removeWindow } from "@/lib/catalogue/windows/remove-window";
import { requestSlots } from "@/lib/reservations/request-slots";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening, written } from "../../../support/factories";
import { agentOf as agent } from "../agents";

test("its days can be booked at once; gone, it is not found", async ({ ctx }) => {
  const { guardian, household, activity, cell } = await aFamilyAndAnEvening(ctx);
  const { id: windowId } = await written(
    ctx.db
      .insert(bookingWindows)
      .values({
        activityId: activity.id,
        firstDay: "2026-09-01",
        lastDay: "2026-09-30",
        opensAt: new Date("2026-09-10T06:30:00Z"),
      })
      .returning(),
  );
  const request = () => codeOf(requestSlots(guardian, { householdId: household.id, cells: [cell] }));
  expect(await request()).toBe("booking_not_open");
  expect(await codeOf(removeWindow(agent(ctx, "auditor"), { windowId }))).toBe("forbidden");

  await removeWindow(agent(ctx), { windowId });

  expect(await request()).toBe("done");
  expect(await ctx.db.select({ type: auditEvents.type }).from(auditEvents)).toContainEqual({
    type: "booking-window.removed",
  });
  expect(await codeOf(removeWindow(agent(ctx), { windowId }))).toBe("not_found");
});
