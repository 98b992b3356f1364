import { and, eq, inArray, sql } from "drizzle-orm";
import { absencePlaces, absences } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError, type ErrorCode } from "@/lib/core/errors";
import { assertPlaces } from "../assert-places";
import { bookAgain } from "../book-again";
import { beginsAt } from "../cancellations/rules";
import type { CellsInput } from "../input";
import { lockPlaces, type Place } from "../lock-places";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import { recordGesture } from "../record-gesture";
import type { GridChange } from "../rules";

/**
 * Takes back an absence declared by mistake, while the service has not begun, the place is still free and no agent has
 * decided: booked as before, and what was given back is taken again from the account. All or none (`service_begun`,
 * `slot_full`, `absence_not_declared`, `credit_spent`).
 */
export async function withdrawAbsence(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);
  const { householdId } = input;

  await inTransaction(ctx, async (ctx) => {
    const places = await lockPlaces(ctx, input);
    const open = await findOpen(
      ctx,
      places.map(({ id }) => id),
    );
    const judge = (place: Place): ErrorCode | undefined => {
      if (!open.has(place.id)) return "absence_not_declared";
      if (ctx.now >= beginsAt(place)) return "service_begun";
      return place.waiting > 0 || place.taken >= place.capacity ? "slot_full" : undefined;
    };
    assertPlaces(input, places, { missing: "absence_not_declared", judge });
    const charges = new Map(places.map((place) => [place.id, chargeAgain(place)]));
    await bookAgain(ctx, places, charges, { reason: "absence_withdrawn", label: "Absence retirée" });
    await closeAbsences(ctx, [...new Set(open.values())]);
    await recordGesture(ctx, "absence.withdrawn", input);
  }).catch((error: unknown) => {
    throw violatedConstraint(error) === "slot_occurrences_capacity_check" ? new DomainError("slot_full") : error;
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, householdId) };
}

/** The places of absences that nobody has decided yet, each with its absence; locked. */
async function findOpen({ db }: Context, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ reservationId: absencePlaces.reservationId, absenceId: absences.id })
    .from(absencePlaces)
    .innerJoin(absences, eq(absences.id, absencePlaces.absenceId))
    .where(
      and(
        inArray(absencePlaces.reservationId, ids),
        inArray(absences.status, ["awaiting_proof", "to_review", "settled"]),
      ),
    )
    .orderBy(absences.id)
    .for("update", { of: absences });
  return new Map(rows.map(({ reservationId, absenceId }) => [reservationId, absenceId]));
}

/** An excused place that is paid in advance was given back. */
const chargeAgain = ({ billing, status, priceCents, paidCents }: Place): number =>
  billing === "prepaid" && status === "absent_excused" ? priceCents - paidCents : 0;

/** An absence of which nothing is left is over. */
async function closeAbsences({ db }: Context, ids: string[]): Promise<void> {
  await db
    .update(absences)
    .set({ status: "withdrawn" })
    .where(
      and(
        inArray(absences.id, ids),
        sql`not exists (
          select from absence_places p join reservations r on r.id = p.reservation_id
          where p.absence_id = ${absences.id} and r.status in ('absent_charged', 'absent_excused')
        )`,
      ),
    );
}
