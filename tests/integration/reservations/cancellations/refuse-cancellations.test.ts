import { desc } from "drizzle-orm";
import { expect } from "vitest";
import { emails, reservationChanges, reservations } from "@/db/schema";
import { refuseCancellations } from "@/lib/reservations/cancellations/refuse-cancellations";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { aSiteManager } from "../../../support/absences";
import { aPaidCart, balanceOf } from "../../../support/carts";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";

test("booked as before, with a reason that the family reads; it may ask again, and is told again", async ({ ctx }) => {
  const { household, guardian, cells, account } = await aPaidCart(ctx);
  const late = { ...guardian, now: new Date("2026-09-14T08:00:00Z") };
  const agent = await aSiteManager(ctx, household);
  const [row] = await ctx.db.select({ id: reservations.id }).from(reservations);
  const refusal = { ids: [row?.id ?? 0], reason: "Les repas sont commandés." };

  for (const _ of ["once", "again"]) {
    await requestCancellations(late, { householdId: household.id, cells });
    await refuseCancellations(agent, refusal);
  }

  expect(await ctx.db.select().from(reservations)).toMatchObject([{ status: "booked", paidCents: 300 }]);
  expect(await balanceOf(ctx, account)).toBe(0);
  const [last] = await ctx.db.select().from(reservationChanges).orderBy(desc(reservationChanges.id)).limit(1);
  expect(last).toMatchObject({ reason: "cancellation_refused", note: refusal.reason, actorKind: "agent" });
  const keys = (await ctx.db.select().from(emails)).map(({ dedupeKey }) => dedupeKey.split(":")[1]);
  expect(new Set(keys).size).toBe(2);
  expect(await checkInvariants(ctx)).toEqual([]);
  await expect(refuseCancellations(agent, refusal)).rejects.toMatchObject({ code: "already_decided" });
  await expect(refuseCancellations(guardian, refusal)).rejects.toMatchObject({ code: "forbidden" });
});
