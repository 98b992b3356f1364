import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, reservations } from "@/db/schema";
import { countRecipients } from "@/lib/contact/broadcasts/count-recipients";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening, anotherFamily } from "../../../support/factories";
import { anAgent } from "../exchanges";

test("counts the families of a structure, of an activity, of a day, and those who cannot read it", async ({ ctx }) => {
  const { household, child, activity, occurrence, guardian } = await aFamilyAndAnEvening(ctx);
  await anotherFamily(ctx, activity);
  const agent = await anAgent(ctx);
  const count = async (input: Parameters<typeof countRecipients>[1]) => countRecipients(agent, input);

  expect(await count({ audience: "facility", facilityId: activity.facilityId })).toEqual({
    households: 2,
    withoutAccount: 0,
  });
  expect(await count({ audience: "day", day: occurrence.date })).toEqual({ households: 0, withoutAccount: 0 });
  await ctx.db.insert(reservations).values({
    householdId: household.id,
    childId: child.id,
    occurrenceId: occurrence.id,
    status: "booked",
    priceCents: 100,
    pricing: { tariff: "x", validFrom: "2026-09-01", category: "resident", method: "flat" },
    requestedAt: ctx.now,
  });
  await ctx.db.update(accounts).set({ disabledAt: ctx.now }).where(eq(accounts.id, guardian.actor.accountId));
  const thatDay = { households: 1, withoutAccount: 1 };
  expect(await count({ audience: "day", day: occurrence.date })).toEqual(thatDay);
  expect(await count({ audience: "day", day: occurrence.date, activityId: activity.id })).toEqual(thatDay);
  expect(await count({ audience: "activity", activityId: activity.id })).toEqual({ households: 2, withoutAccount: 1 });
  await expect(countRecipients(guardian, { audience: "everyone" })).rejects.toMatchObject({ code: "forbidden" });
});
