import { expect } from "vitest";
import { reservations } from "@/db/schema";
import { lockPlacesOf } from "@/lib/reservations/lock-places";
import { withdrawRequests } from "@/lib/reservations/withdraw-requests";
import { aCart, aPaidCart } from "../../support/carts";
import { test } from "../../support/database";

test("locks the live reservations of several households, in the order of their numbers", async ({ ctx }) => {
  const first = await aPaidCart(ctx);
  const second = await aCart(ctx, { dates: ["2026-09-18", "2026-09-21"] });
  await withdrawRequests(second.guardian, { householdId: second.household.id, cells: second.cells.slice(0, 1) });
  const ids = (await ctx.db.select({ id: reservations.id }).from(reservations)).map(({ id }) => id);

  const places = await lockPlacesOf(ctx, ids.toReversed());

  expect(places).toMatchObject([
    { householdId: first.household.id, status: "booked", paidCents: 300, slot: "Soir", child: "Nahel" },
    { householdId: second.household.id, status: "requested", paidCents: 0, date: "2026-09-21" },
  ]);
  expect(await lockPlacesOf(ctx, [])).toEqual([]);
});
