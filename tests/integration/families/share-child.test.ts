import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { custodySchedules, guardianships } from "@/db/schema";
import { getFamilyFile } from "@/lib/families/queries/family-file";
import { searchHouseholds } from "@/lib/families/queries/search-households";
import { shareChild } from "@/lib/families/share-child";
import { getFamilyHome } from "@/lib/reporting/family-home";
import { getFamilyShell } from "@/lib/reporting/family-shell";
import { getDay } from "@/lib/reservations/queries/day";
import { getMonth } from "@/lib/reservations/queries/month";
import { requestSlots } from "@/lib/reservations/request-slots";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { test } from "../../support/database";
import { aHousehold, later } from "../../support/factories";
import { agent } from "./people";
import { aSharedChild, membersOf } from "./two-households";

test("the child is of both households, its adults tied to it, and agents find it by both", async ({ ctx }) => {
  const { child, household, other, otherGuardian } = await aSharedChild(ctx);
  expect(await membersOf(ctx, other.id)).toContainEqual(
    expect.objectContaining({ personId: child.id, role: "child", rank: 1 }),
  );
  expect(await ctx.db.select().from(guardianships).where(eq(guardianships.childId, child.id))).toContainEqual(
    expect.objectContaining({ adultId: otherGuardian.actor.personId, relation: "mother" }),
  );
  const { households } = await searchHouseholds(ctx, { text: "nahel" });
  expect(households.map(({ id }) => id)).toContain(other.id);
  expect(await membersOf(ctx, household.id)).toHaveLength(2);
});

test("twice in the same household, in a third one, or someone who is no child: refused", async ({ ctx }) => {
  const { child, other, guardian } = await aSharedChild(ctx);
  const third = await aHousehold(ctx);
  const share = (childId: string, householdId: string) => shareChild(ctx, { childId, householdId });
  await expect(share(child.id, other.id)).rejects.toMatchObject({ code: "already_member" });
  await expect(share(child.id, third.id)).rejects.toMatchObject({ code: "two_households" });
  await expect(share(guardian.actor.personId, third.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(share(child.id, child.id)).rejects.toMatchObject({ code: "not_found" });
});

test("families cannot do it themselves, nor agents without the right", async ({ ctx }) => {
  const { child, guardian, household } = await aSharedChild(ctx);
  const input = { childId: child.id, householdId: household.id };
  await expect(shareChild(guardian, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(shareChild(agent(ctx, "auditor"), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(shareChild(agent(ctx, "family_officer"), input)).rejects.toMatchObject({ code: "already_member" });
});

test("nothing of a household is readable by the other", async ({ ctx }) => {
  const { household, other, otherGuardian: theirs, cell } = await aSharedChild(ctx);
  const input = { householdId: household.id, date: cell.date };
  const readings = [
    getFamilyFile(theirs, household.id),
    getFamilyShell(theirs, household.id),
    getFamilyHome(theirs, household.id),
    getMonth(theirs, household.id, "2026-09"),
    getDay(theirs, input),
    requestSlots(theirs, { householdId: household.id, cells: [cell] }),
    withdrawRequests(theirs, { householdId: household.id, cells: [cell] }),
  ];
  for (const reading of readings) await expect(reading).rejects.toMatchObject({ code: "not_found" });

  const seen = JSON.stringify(
    await Promise.all([
      getFamilyFile(theirs, other.id),
      getFamilyShell(theirs, other.id),
      getFamilyHome(theirs, other.id),
    ]),
  );
  expect(seen).toContain("Nahel");
  expect(seen).not.toMatch(/rue des Lilas/);
  expect(seen).not.toContain(household.id);
});

test("each sees the child's whole occupancy; what the other booked has no price nor name, and stays", async ({
  ctx,
}) => {
  const { household, guardian, other, otherGuardian: theirs, cell } = await aSharedChild(ctx);
  await requestSlots(guardian, { householdId: household.id, cells: [cell] });
  const day = { householdId: other.id, date: cell.date };

  const month = await getMonth(theirs, other.id, "2026-09");
  expect(month.cells[0]?.[0]?.trim()).toBe("A");
  expect((await getMonth(guardian, household.id, "2026-09")).cells[0]?.[0]?.trim()).toBe("P");
  const [line] = (await getDay(theirs, day)).lines;
  expect(line?.children).toMatchObject([{ code: "A" }]);
  expect(line?.children[0]).not.toHaveProperty("by");
  expect((await getFamilyHome(theirs, other.id)).week.children[0]?.days.flat()).toEqual([{ label: "Soir", code: "A" }]);
  expect((await getFamilyShell(theirs, other.id)).cart).toMatchObject({ count: 0, totalCents: 0 });

  const theirsToo = { householdId: other.id, cells: [cell] };
  await expect(withdrawRequests(theirs, theirsToo)).rejects.toMatchObject({ code: "cannot_withdraw" });
  await expect(requestSlots(theirs, theirsToo)).rejects.toMatchObject({ code: "already_booked" });
  const past = await getMonth(later(theirs, 60 * 24 * 14), other.id, "2026-09");
  expect(past.cells[0]?.[0]?.trim()).toBe("a");
});

test("a day of the other household is not booked from here, and says so", async ({ ctx }) => {
  const { household, guardian, child, other, otherGuardian: theirs, cell } = await aSharedChild(ctx);
  await ctx.db.insert(custodySchedules).values({
    childId: child.id,
    effectiveFrom: "2026-09-01",
    createdAt: ctx.now,
    // 18 September is in week 38: an even one, but its evening ends after the switch.
    rules: [{ kind: "parityWeeks", even: household.id, odd: other.id, switchWeekday: 5, switchTime: "18:00" }],
  });

  expect((await getMonth(guardian, household.id, "2026-09")).cells[0]?.[0]?.trim()).toBe("G");
  const request = requestSlots(guardian, { householdId: household.id, cells: [cell] });
  await expect(request).rejects.toMatchObject({ code: "custody_other_household" });
  expect((await getMonth(theirs, other.id, "2026-09")).cells[0]?.[0]?.trim()).toBe(".");
  await requestSlots(theirs, { householdId: other.id, cells: [cell] });
  expect((await getMonth(guardian, household.id, "2026-09")).cells[0]?.[0]?.trim()).toBe("A");
});
