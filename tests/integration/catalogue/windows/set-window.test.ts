import { expect } from "vitest";
import { auditEvents, bookingWindows, households } from "@/db/schema";
import { windowInput } from "@/lib/catalogue/windows/input";
import { listNextOpenings, listWindows } from "@/lib/catalogue/windows/queries";
import { setWindow } from "@/lib/catalogue/windows/set-window";
import { addMinutes } from "@/lib/core/calendar";
import { getDay } from "@/lib/reservations/queries/day";
import { getMonth } from "@/lib/reservations/queries/month";
import { requestSlots } from "@/lib/reservations/request-slots";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening } from "../../../support/factories";
import { agentOf as agent } from "../agents";

const typed = {
  firstDay: "2026-09-14",
  lastDay: "2026-09-25",
  opensOn: "2026-09-10",
  opensTime: "08:30",
  residentsOn: "",
  residentsTime: "",
  closesOn: "",
  closesTime: "",
};
const opensAt = new Date("2026-09-10T06:30:00Z");

test("before the opening nobody books, to the second, and every screen says when one may", async ({ ctx }) => {
  const { guardian, household, activity, cell } = await aFamilyAndAnEvening(ctx);
  await setWindow(agent(ctx), windowInput.parse({ ...typed, activityId: activity.id }));
  const input = { householdId: household.id, cells: [cell] };
  const early = { ...guardian, now: addMinutes(opensAt, -1) };

  await expect(requestSlots(early, input)).rejects.toMatchObject({
    code: "booking_not_open",
    details: { message: "Ouverture des réservations le jeudi 10 septembre 2026 à 8\u00a0h\u00a030." },
  });
  const month = await getMonth(early, household.id, "2026-09");
  expect(month.cells[0]?.[0]).toContain("~");
  expect(month.openings).toMatchObject([{ from: "2026-09-14", to: "2026-09-25", at: opensAt.getTime() }]);
  const day = await getDay(early, { householdId: household.id, date: cell.date });
  expect(day.lines[0]?.deadline).toBe("Ouverture des réservations le jeudi 10 septembre 2026 à 8\u00a0h\u00a030");
  expect(await listNextOpenings(ctx)).toMatchObject([{ activity: "Périscolaire", opensAt: opensAt.getTime() }]);

  expect(await codeOf(requestSlots({ ...guardian, now: opensAt }, input))).toBe("done");
});

test("families of the commune first, then the others; after the closing nobody", async ({ ctx }) => {
  const { guardian, household, activity, cell } = await aFamilyAndAnEvening(ctx);
  const window = {
    ...typed,
    activityId: activity.id,
    residentsOn: "2026-09-09",
    residentsTime: "08:30",
    closesOn: "2026-09-10",
    closesTime: "12:00",
  };
  await setWindow(agent(ctx), windowInput.parse(window));
  const input = { householdId: household.id, cells: [cell] };
  const at = (iso: string) => codeOf(requestSlots({ ...guardian, now: new Date(iso) }, input));

  await ctx.db.update(households).set({ tariffCategory: "nonResident" });
  expect(await at("2026-09-10T06:29:00Z")).toBe("booking_not_open");
  await ctx.db.update(households).set({ tariffCategory: "resident" });
  expect(await at("2026-09-10T10:00:00Z")).toBe("booking_closed");
  expect(await at("2026-09-09T06:29:00Z")).toBe("booking_not_open");
  expect(await at("2026-09-09T06:30:00Z")).toBe("done");
});

test("is changed, traced, and never speaks of a day that another one speaks of", async ({ ctx }) => {
  const { activity } = await aFamilyAndAnEvening(ctx);
  const input = windowInput.parse({ ...typed, activityId: activity.id });
  const windowId = await setWindow(agent(ctx), input);
  await expect(
    setWindow(agent(ctx), { ...input, firstDay: "2026-09-25", lastDay: "2026-09-30" }),
  ).rejects.toMatchObject({
    code: "invalid_input",
    details: { fields: { firstDay: [expect.stringContaining("vendredi 25 septembre 2026")] } },
  });
  await setWindow(agent(ctx), { ...input, windowId, lastDay: "2026-09-24" });
  expect(await listWindows(agent(ctx), activity.id, "2026-09-09")).toMatchObject([
    { id: windowId, lastDay: "2026-09-24" },
  ]);
  expect(await ctx.db.select().from(bookingWindows)).toHaveLength(1);
  expect(await ctx.db.select({ type: auditEvents.type }).from(auditEvents)).toEqual(
    Array(2).fill({ type: "booking-window.set" }),
  );
  expect(await codeOf(setWindow(agent(ctx, "site_manager"), input))).toBe("forbidden");
  expect(await codeOf(setWindow(agent(ctx), { ...input, windowId: windowId + 1 }))).toBe("invalid_input");
});

test("what makes no sense is told beside its field", () => {
  const problemOf = (change: Partial<typeof typed>) =>
    windowInput.safeParse({ ...typed, activityId: "11111111-1111-4111-8111-111111111111", ...change }).error?.issues[0]
      ?.path;
  expect(problemOf({ lastDay: "2026-09-01" })).toEqual(["lastDay"]);
  expect(problemOf({ residentsOn: "2026-09-11" })).toEqual(["residentsOn"]);
  expect(problemOf({ closesOn: "2026-09-09" })).toEqual(["closesOn"]);
  expect(problemOf({})).toBeUndefined();
});
