import { asSystem, type Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { postEntries } from "@/lib/ledger/post-entries";
import { getBalance } from "@/lib/ledger/queries";
import type { Place } from "./lock-places";
import { moveReservations } from "./move-reservations";
import { placeInWords } from "./release-places";

type Again = { reason: string; label: string };

/**
 * Books again places that were given up, and takes back from the account what each had given back. Refuses with
 * `credit_spent`. Plumbing of the commands of this domain: they have authorized, locked the places and judged them.
 */
export const bookAgain = async (
  ctx: Context,
  places: Place[],
  charges: ReadonlyMap<number, number>,
  { reason, label }: Again,
): Promise<void> => {
  await assertCovered(ctx, places, charges);
  const moves = places.map(({ id }) => ({ id, effectCents: charges.get(id) }));
  const changes = await moveReservations(ctx, moves, { status: "booked", reason });
  for (const place of places) {
    await postEntries(asSystem(ctx, "booking"), {
      kind: "booking",
      reference: `reservation:${place.id}:change:${changes.get(place.id)}`,
      label: `${label} : ${placeInWords(place)}`,
      householdId: place.householdId,
      revenueOfficeId: place.revenueOfficeId,
      debit: "household",
      credit: "deferred_revenue",
      amountCents: charges.get(place.id) ?? 0,
    });
  }
};

async function assertCovered(ctx: Context, places: Place[], charges: ReadonlyMap<number, number>): Promise<void> {
  for (const revenueOfficeId of new Set(places.map((place) => place.revenueOfficeId))) {
    const here = places.filter((place) => place.revenueOfficeId === revenueOfficeId);
    const cents = here.reduce((sum, { id }) => sum + (charges.get(id) ?? 0), 0);
    const [first] = here;
    if (!first || cents === 0) continue;
    const account = { householdId: first.householdId, revenueOfficeId };
    if ((await getBalance(asSystem(ctx, "booking"), account)) < cents) throw new DomainError("credit_spent");
  }
}
