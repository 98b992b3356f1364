import { and, eq, sql } from "drizzle-orm";
import { reservations, slotOccurrences } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { assertPlaces } from "../assert-places";
import type { CellsInput } from "../input";
import { readPlaces, wantedCells } from "../lock-places";
import { type CancellationPreview, refusalToCancel } from "./rules";

/** Says what cancelling several places would give back, and changes nothing; refuses as cancelling itself would. */
export async function previewCancellations(ctx: Context, input: CellsInput): Promise<CancellationPreview> {
  authorize(ctx, "reservations:read", input);

  const { householdId, cells } = input;
  const wanted = sql`(${reservations.childId}, ${slotOccurrences.slotId}, ${slotOccurrences.date}) in (${wantedCells(cells)})`;
  const places = await readPlaces(ctx, and(eq(reservations.householdId, householdId), wanted));
  assertPlaces(input, places, { missing: "cannot_cancel", judge: (place) => refusalToCancel(place, ctx.now) });
  const sum = (centsOf: (place: (typeof places)[number]) => number) =>
    places.reduce((total, place) => total + centsOf(place), 0);
  return {
    count: places.length,
    backCents: sum(({ paidCents }) => paidCents),
    unbilledCents: sum(({ priceCents, paidCents }) => priceCents - paidCents),
  };
}
