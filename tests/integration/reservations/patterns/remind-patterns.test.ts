import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, emails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { continuePattern } from "@/lib/reservations/patterns/continue-pattern";
import { createPattern } from "@/lib/reservations/patterns/create-pattern";
import { previewContinuation } from "@/lib/reservations/patterns/preview-continuation";
import { remindPatterns } from "@/lib/reservations/patterns/remind-patterns";
import { test } from "../../../support/database";
import { aFamilyAndItsEvenings, aPattern, confirmed, ticked } from "../../../support/patterns";

const on = <C extends Context>(ctx: C, date: string): C => ({ ...ctx, now: new Date(`${date}T06:00:00Z`) });

/** Mondays until Christmas, paid month after month: booked until the end of October. The next one closes on 26 October. */
async function monthlyMondays(ctx: Context) {
  const family = await aFamilyAndItsEvenings(ctx, { to: "2026-12-18" });
  const { household, guardian, child, slot } = family;
  const slots = ticked({ children: [child], slots: [slot], weekdays: [1] });
  const input = aPattern(household, slots, { to: "2026-12-18", isMonthly: true });
  const { patternId } = await createPattern(guardian, await confirmed(guardian, input));
  return { ...family, input: { householdId: household.id, patternId } };
}

test("tells once a month that the deadline is near, until the month is booked", async ({ ctx }) => {
  const { guardian, input } = await monthlyMondays(ctx);
  const told = async (date: string) => {
    await remindPatterns(on(ctx, date));
    return ctx.db.$count(emails);
  };

  expect(await told("2026-10-15")).toBe(0);
  expect(await told("2026-10-22")).toBe(1);
  expect(await told("2026-10-23")).toBe(1);
  expect(await ctx.db.select().from(emails)).toMatchObject([
    { template: "pattern-to-continue", payload: { url: expect.stringMatching(/\/reservations#semaines-types$/) } },
  ]);

  const later = on(guardian, "2026-10-24");
  const { fingerprint } = await previewContinuation(later, input);
  await continuePattern(later, { ...input, fingerprint, joinsWaitingList: false });
  expect(await told("2026-10-25")).toBe(1);
  expect(await told("2026-11-27")).toBe(2);
});

test("says nothing to whoever wants no reminder", async ({ ctx }) => {
  const { guardian } = await monthlyMondays(ctx);
  await ctx.db
    .update(accounts)
    .set({ notifications: { reminders: false, news: true } })
    .where(eq(accounts.id, guardian.actor.accountId));
  await remindPatterns(on(ctx, "2026-10-24"));
  expect(await ctx.db.$count(emails)).toBe(0);
});
