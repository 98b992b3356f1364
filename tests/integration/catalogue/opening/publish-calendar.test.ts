import { asc } from "drizzle-orm";
import { expect } from "vitest";
import { facilities, slotOccurrences } from "@/db/schema";
import { publishCalendarInput } from "@/lib/catalogue/opening/input";
import { publishCalendar } from "@/lib/catalogue/opening/publish-calendar";
import { test } from "../../../support/database";
import { anActivity, aSlot } from "../../../support/factories";
import { agentOf, lastEvent } from "../agents";

const november = {
  from: "2026-10-30",
  to: "2026-11-13",
  schoolDays: true,
  wednesdays: true,
  holidays: [],
  weekdays: [1, 2, 3, 4, 5],
};

test("opens the days that the preview shows, and only what is not open yet", async ({ ctx }) => {
  const agent = agentOf(ctx);
  const slot = await aSlot(ctx, await anActivity(ctx));
  expect(await publishCalendar(agent, { slotId: slot.id, recipe: november })).toEqual({ opened: 9, already: 0 });
  const dates = (await ctx.db.select().from(slotOccurrences).orderBy(asc(slotOccurrences.date))).map(
    ({ date }) => date,
  );
  expect(dates[0]).toBe("2026-11-02");
  expect(dates).not.toContain("2026-11-11");

  const longer = { ...november, to: "2026-11-16" };
  expect(await publishCalendar(agent, { slotId: slot.id, recipe: longer })).toEqual({ opened: 1, already: 9 });
  expect(await lastEvent(ctx, "calendar.published")).toMatchObject({ data: { opened: 1 } });
});

test("a year that nobody published is told, never guessed", async ({ ctx }) => {
  const slot = await aSlot(ctx, await anActivity(ctx));
  const publish = (from: string, to: string) =>
    publishCalendar(agentOf(ctx), { slotId: slot.id, recipe: { ...november, from, to } });
  await expect(publish("2028-09-04", "2028-09-15")).rejects.toMatchObject({
    code: "calendar_unknown",
    details: { message: expect.stringContaining("lundi 4 septembre 2028 n’est pas publié") },
  });
  await ctx.db.update(facilities).set({ schoolZone: "unknown" });
  await expect(publish("2026-09-14", "2026-09-18")).rejects.toMatchObject({ code: "calendar_unknown" });
  expect(await ctx.db.select().from(slotOccurrences)).toEqual([]);
});

test("choices that open no day are told", async ({ ctx }) => {
  const slot = await aSlot(ctx, await anActivity(ctx));
  const recipe = { ...november, from: "2026-11-11", to: "2026-11-11" };
  await expect(publishCalendar(agentOf(ctx), { slotId: slot.id, recipe })).rejects.toMatchObject({
    code: "invalid_input",
  });
  const typed = (changes: object) =>
    publishCalendarInput.safeParse({ slotId: "1", recipe: JSON.stringify({ ...november, ...changes }) });
  expect(typed({}).success).toBe(true);
  expect(typed({ weekdays: [] }).error?.issues[0]?.path[0]).toBe("recipe");
  expect(typed({ schoolDays: false, wednesdays: false }).success).toBe(false);
  expect(typed({ to: "2026-01-01" }).success).toBe(false);
});
