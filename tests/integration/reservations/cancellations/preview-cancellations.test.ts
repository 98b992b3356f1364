import { expect } from "vitest";
import { reservations } from "@/db/schema";
import { previewCancellations } from "@/lib/reservations/cancellations/preview-cancellations";
import { aCart, aPaidCart } from "../../../support/carts";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";

test("says what comes back, and what will not be invoiced; nothing changes", async ({ ctx }) => {
  const { household, guardian, cells } = await aPaidCart(ctx, { dates: ["2026-09-18", "2026-09-25"] });
  const input = { householdId: household.id, cells };
  expect(await previewCancellations(guardian, input)).toEqual({ count: 2, backCents: 600, unbilledCents: 0 });
  const billed = await aCart(ctx, { activity: { billingMode: "billed" } });
  const theirs = { householdId: billed.household.id, cells: billed.cells };
  expect(await previewCancellations(billed.guardian, theirs)).toEqual({ count: 1, backCents: 0, unbilledCents: 300 });
  expect((await ctx.db.select().from(reservations)).every(({ status }) => status === "booked")).toBe(true);
});

test("refuses as cancelling would, cell by cell, and another family", async ({ ctx }) => {
  const { household, guardian, cells, activity } = await aPaidCart(ctx, { dates: ["2026-09-18", "2026-09-25"] });
  const late = { ...guardian, now: new Date("2026-09-12T08:00:00Z") };
  const preview = previewCancellations(late, { householdId: household.id, cells });
  await expect(preview).rejects.toMatchObject({
    code: "changes_refused",
    details: { refusals: [{ date: "2026-09-18" }] },
  });
  const other = await anotherFamily(ctx, activity);
  const theirs = previewCancellations(other.guardian, { householdId: household.id, cells });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
});
