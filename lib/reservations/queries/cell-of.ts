import { and, eq } from "drizzle-orm";
import { reservations, slotOccurrences } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { Cell } from "../rules";

/** The cell that a reservation of a household stands in. */
export async function getCellOf(
  ctx: Context,
  { householdId, reservationId }: { householdId: string; reservationId: number },
): Promise<Cell> {
  authorize(ctx, "reservations:read", { householdId });

  const [cell] = await ctx.db
    .select({ childId: reservations.childId, slotId: slotOccurrences.slotId, date: slotOccurrences.date })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .where(and(eq(reservations.id, reservationId), eq(reservations.householdId, householdId)));
  if (!cell) throw new DomainError("not_found");
  return cell;
}
