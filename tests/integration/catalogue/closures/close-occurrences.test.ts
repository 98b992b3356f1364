import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { closures, slotOccurrences } from "@/db/schema";
import { closeOccurrences } from "@/lib/catalogue/closures/close-occurrences";
import { inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { test } from "../../../support/database";
import { aFamilyAndAnEvening } from "../../../support/factories";

const strike = { from: "2026-09-18", to: "2026-09-18", reason: "Grève" };

test("shuts what it is told, under a closure that says what it was about", async ({ ctx }) => {
  const { occurrence, slot } = await aFamilyAndAnEvening(ctx);
  await aFamilyAndAnEvening(ctx);
  const closureId = await closeOccurrences(ctx, {
    ...strike,
    reach: `creneau:${slot.id}`,
    occurrenceIds: [occurrence.id],
  });
  expect(await ctx.db.select().from(closures)).toMatchObject([{ id: closureId, slotId: slot.id, activityId: null }]);
  const shut = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.closureId, closureId));
  expect(shut).toMatchObject([{ id: occurrence.id, closedReason: "Grève" }]);
});

test("the database refuses to shut a slot that holds a place", async ({ ctx }) => {
  const { occurrence } = await aFamilyAndAnEvening(ctx);
  await ctx.db.update(slotOccurrences).set({ taken: 1 });
  const shut = inTransaction(ctx, (ctx) =>
    closeOccurrences(ctx, { ...strike, reach: "tout", occurrenceIds: [occurrence.id] }),
  );
  expect(await shut.catch(violatedConstraint)).toBe("slot_occurrences_closed_check");
});

test("is for those who run the structure", async ({ ctx }) => {
  const { guardian, occurrence } = await aFamilyAndAnEvening(ctx);
  const shut = closeOccurrences(guardian, { ...strike, reach: "tout", occurrenceIds: [occurrence.id] });
  await expect(shut).rejects.toMatchObject({ code: "forbidden" });
});
