import { expect } from "vitest";
import { reservations } from "@/db/schema";
import { createPattern } from "@/lib/reservations/patterns/create-pattern";
import { previewContinuation } from "@/lib/reservations/patterns/preview-continuation";
import { undoPattern } from "@/lib/reservations/patterns/undo-pattern";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";
import { aFamilyAndItsEvenings, aPattern, confirmed, ticked } from "../../../support/patterns";

test("says what the next month would book and cost, to its family only, while the week is there", async ({ ctx }) => {
  const { household, guardian, child, slot, activity } = await aFamilyAndItsEvenings(ctx, { to: "2026-12-18" });
  const slots = ticked({ children: [child], slots: [slot], weekdays: [1] });
  const monthly = aPattern(household, slots, { to: "2026-12-18", isMonthly: true });
  const { patternId } = await createPattern(guardian, await confirmed(guardian, monthly));
  const input = { householdId: household.id, patternId };

  expect(await previewContinuation(guardian, input)).toMatchObject({
    count: 5,
    already: 0,
    offices: [{ now: { count: 5, cents: 1500 } }],
    instalment: { through: "lundi 30 novembre 2026", later: { count: 2, cents: 600 } },
  });
  expect(await ctx.db.select().from(reservations)).toHaveLength(4);

  const other = await anotherFamily(ctx, activity);
  await expect(previewContinuation(other.guardian, input)).rejects.toMatchObject({ code: "not_found" });
  await undoPattern(guardian, input);
  await expect(previewContinuation(guardian, input)).rejects.toMatchObject({ code: "already_decided" });
});
