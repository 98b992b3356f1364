import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents } from "@/db/schema";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { withdrawCancellations } from "@/lib/reservations/cancellations/withdraw-cancellations";
import { aPaidCart } from "../../../support/carts";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

const late = { now: new Date("2026-09-14T08:00:00Z") };

test("takes a request for cancellation back: booked as before", async ({ ctx }) => {
  const { household, guardian, cell } = await aPaidCart(ctx);
  const input = { householdId: household.id, cells: [cell] };
  await requestCancellations({ ...guardian, ...late }, input);

  const change = await withdrawCancellations({ ...guardian, ...late }, input);

  expect(change.cells).toEqual([{ ...cell, code: "R" }]);
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "cancellation.withdrawn"))).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses where nothing is asked, and another family", async ({ ctx }) => {
  const { household, guardian, cell, activity } = await aPaidCart(ctx);
  const input = { householdId: household.id, cells: [cell] };
  await expect(withdrawCancellations(guardian, input)).rejects.toMatchObject({ code: "no_cancellation_asked" });
  const other = await anotherFamily(ctx, activity);
  await expect(withdrawCancellations(other.guardian, input)).rejects.toMatchObject({ code: "not_found" });
});
