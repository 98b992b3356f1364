import { expect } from "vitest";
import { accounts, bookingWindows, emails, households } from "@/db/schema";
import { remindOpenings } from "@/lib/reservations/openings/remind-openings";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening, later } from "../../../support/factories";

const DAY = 24 * 60;

test("tells the families concerned the day before, once, each at its own hour; not who wants no reminder", async ({
  ctx,
}) => {
  const { activity, guardian } = await aFamilyAndAnEvening(ctx);
  await ctx.db.insert(bookingWindows).values({
    activityId: activity.id,
    firstDay: "2026-09-14",
    lastDay: "2026-09-25",
    residentsOpenAt: later(ctx, 2 * DAY).now,
    opensAt: later(ctx, 4 * DAY).now,
  });
  const told = async (minutes: number) => {
    await remindOpenings(later(ctx, minutes));
    return ctx.db.$count(emails);
  };

  expect(await told(0)).toBe(0);
  expect(await told(DAY)).toBe(1);
  expect(await told(DAY + 60)).toBe(1);
  expect(await ctx.db.select().from(emails)).toMatchObject([
    {
      template: "bookings-opening",
      payload: {
        activity: "Périscolaire",
        at: later(ctx, 2 * DAY).now.toISOString(),
        url: expect.stringContaining("2026-09"),
      },
    },
  ]);
  expect(await told(3 * DAY)).toBe(1);
  await ctx.db.update(households).set({ tariffCategory: "nonResident" });
  await ctx.db.update(accounts).set({ notifications: { reminders: false, news: true } });
  expect(await told(3 * DAY)).toBe(1);
  await ctx.db.update(accounts).set({ notifications: { reminders: true, news: true } });
  expect(await told(3 * DAY)).toBe(2);
  expect(await codeOf(remindOpenings(guardian))).toBe("forbidden");
});
