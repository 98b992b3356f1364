import { desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, reservationChanges, slotOccurrences } from "@/db/schema";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { aPaidCart, balanceOf } from "../../../support/carts";
import { test } from "../../../support/database";
import { anotherFamily } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";

const late = { now: new Date("2026-09-14T08:00:00Z") };

test("after the deadline the structure is asked, and the seat stays held", async ({ ctx }) => {
  const { household, guardian, cell, occurrence, account } = await aPaidCart(ctx);

  const input = { householdId: household.id, cells: [cell], note: "Nous déménageons." };
  const change = await requestCancellations({ ...guardian, ...late }, input);

  expect(change.cells).toEqual([{ ...cell, code: "N" }]);
  const [held] = await ctx.db.select().from(slotOccurrences).where(eq(slotOccurrences.id, occurrence.id));
  expect(held?.taken).toBe(1);
  expect(await balanceOf(ctx, account)).toBe(0);
  const [last] = await ctx.db.select().from(reservationChanges).orderBy(desc(reservationChanges.id)).limit(1);
  expect(last).toMatchObject({ status: "cancellation_requested", note: "Nous déménageons.", actorKind: "guardian" });
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "cancellation.requested"))).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("refuses while the place can still be cancelled for nothing", async ({ ctx }) => {
  const { household, guardian, cell } = await aPaidCart(ctx);
  const request = requestCancellations(guardian, { householdId: household.id, cells: [cell] });
  await expect(request).rejects.toMatchObject({ code: "cancels_in_time" });
});

test("refuses once the service has begun, and twice", async ({ ctx }) => {
  const { household, guardian, cell } = await aPaidCart(ctx);
  const input = { householdId: household.id, cells: [cell] };
  const begun = { ...guardian, now: new Date("2026-09-18T14:30:00Z") };
  await expect(requestCancellations(begun, input)).rejects.toMatchObject({ code: "service_begun" });
  await requestCancellations({ ...guardian, ...late }, input);
  await expect(requestCancellations({ ...guardian, ...late }, input)).rejects.toMatchObject({ code: "cannot_cancel" });
});

test("answers another family's place like a missing one", async ({ ctx }) => {
  const { household, cell, activity } = await aPaidCart(ctx);
  const other = { ...(await anotherFamily(ctx, activity)).guardian, ...late };
  const request = requestCancellations(other, { householdId: household.id, cells: [cell] });
  await expect(request).rejects.toMatchObject({ code: "not_found" });
});
