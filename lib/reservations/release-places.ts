import type { ReservationStatus } from "@/db/schema";
import { asSystem, type Context } from "@/lib/core/context";
import { dayInWords } from "@/lib/core/format-date";
import { postAllEntries } from "@/lib/ledger/post-entries";
import type { Place } from "./lock-places";
import { moveReservations } from "./move-reservations";

type Release = {
  status: Extract<ReservationStatus, "cancelled" | "absent_excused">;
  reason: string;
  note?: string | null;
};

/**
 * Gives up places that `lockPlaces` has locked, and gives the account back, once, what it was charged for them in
 * advance. Plumbing of the commands of this domain. Returns the cents given back.
 */
export const releasePlaces = async (ctx: Context, places: Place[], release: Release): Promise<number> => {
  const moves = places.map(({ id, paidCents }) => ({ id, effectCents: -paidCents }));
  const changes = await moveReservations(ctx, moves, release);
  const paid = places.filter(({ paidCents }) => paidCents > 0);
  await postAllEntries(
    asSystem(ctx, "cancellation"),
    paid.map((place) => ({
      kind: "cancellation",
      reference: `reservation:${place.id}:change:${changes.get(place.id)}`,
      label: `${wordsOf[release.status]} : ${placeInWords(place)}`,
      householdId: place.householdId,
      revenueOfficeId: place.revenueOfficeId,
      debit: "deferred_revenue",
      credit: "household",
      amountCents: place.paidCents,
    })),
  );
  return paid.reduce((sum, { paidCents }) => sum + paidCents, 0);
};

const wordsOf = { cancelled: "Annulation", absent_excused: "Absence excusée" };

/** "Soir, vendredi 18 septembre, Nahel" */
export const placeInWords = ({ slot, date, child }: Pick<Place, "slot" | "date" | "child">): string =>
  `${slot}, ${dayInWords(date)}, ${child}`;
