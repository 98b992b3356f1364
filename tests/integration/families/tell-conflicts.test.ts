import { expect } from "vitest";
import { emails } from "@/db/schema";
import { custodyInput } from "@/lib/families/custody/input";
import { setCustody } from "@/lib/families/custody/set-custody";
import { tellConflicts } from "@/lib/families/custody/tell-conflicts";
import { requestSlots } from "@/lib/reservations/request-slots";
import { test } from "../../support/database";
import { agent } from "./people";
import { aSharedChild } from "./two-households";

/** Even weeks for the first household: Friday 18 September 2026 is in week 38, and ends before the switch. */
const weeks = (householdId: string, childId: string, first: string) =>
  custodyInput.parse({
    householdId,
    childId,
    effectiveFrom: "2026-09-01",
    rhythm: "weeks",
    first,
    switchWeekday: "1",
    switchTime: "00:00",
  });

test("a schedule that crosses bookings tells the household that made them, once, and cancels nothing", async ({
  ctx,
}) => {
  const { household, guardian, other, child, cell } = await aSharedChild(ctx);
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  const office = agent(ctx, "family_officer");
  await setCustody(office, weeks(household.id, child.id, household.id));
  expect(await ctx.db.$count(emails)).toBe(0); // the days are theirs

  await setCustody(office, weeks(household.id, child.id, other.id));
  const told = await ctx.db.select().from(emails);
  expect(told).toMatchObject([
    { template: "custody-conflict", payload: { url: expect.stringMatching(/mois=2026-09$/) } },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/Nahel|Petit/);
  await tellConflicts({ ...ctx, actor: { kind: "system", name: "test" } }, child.id);
  expect(await ctx.db.$count(emails)).toBe(1);
});

test("is the portal's own work", async ({ ctx }) => {
  const { guardian, child } = await aSharedChild(ctx);
  await expect(tellConflicts(guardian, child.id)).rejects.toMatchObject({ code: "forbidden" });
});
