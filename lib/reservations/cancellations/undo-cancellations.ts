import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { addMinutes } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError, type ErrorCode } from "@/lib/core/errors";
import { assertPlaces } from "../assert-places";
import { bookAgain } from "../book-again";
import { explainRace } from "../explain-race";
import type { CellsInput } from "../input";
import { lockCancelled, type Place } from "../lock-places";
import { getCartSummary } from "../queries/cart-summary";
import { readCellsNow } from "../queries/cells-now";
import { recordGesture } from "../record-gesture";
import type { GridChange } from "../rules";
import { beginsAt } from "./rules";

/** Longer than the message that offers it, short enough to be about a slip of the finger. */
const UNDO_MINUTES = 10;

/**
 * Undoes a cancellation that the same person has just made: booked as before, and what came back to the account is taken
 * again. All or none (`cannot_undo`, `service_begun`, `slot_full`, `slot_closed`, `already_booked`, `credit_spent`).
 */
export async function undoCancellations(ctx: Context, input: CellsInput): Promise<GridChange> {
  authorize(ctx, "reservations:write", input);

  await inTransaction(ctx, async (ctx) => {
    const places = lastOfEach(await lockCancelled(ctx, input));
    const undoable = await findUndoable(ctx, places);
    const judge = (place: Place): ErrorCode | undefined => {
      if (!undoable.has(place.id)) return "cannot_undo";
      if (ctx.now >= beginsAt(place)) return "service_begun";
      return place.waiting > 0 || place.taken >= place.capacity ? "slot_full" : undefined;
    };
    assertPlaces(input, places, { missing: "cannot_undo", judge });
    await bookAgain(ctx, places, undoable, { reason: "cancellation_undone", label: "Annulation reprise" });
    await recordGesture(ctx, "cancellation.undone", input);
  }).catch((error: unknown) => {
    const code = explainRace(error);
    throw code ? new DomainError(code) : error;
  });
  return { cells: await readCellsNow(ctx, input), cart: await getCartSummary(ctx, input.householdId) };
}

/** A cell may have been booked and cancelled several times: the last one counts. */
function lastOfEach(places: Place[]): Place[] {
  const cells = new Map(places.map((place) => [`${place.childId} ${place.occurrenceId}`, place]));
  return [...cells.values()];
}

/** What each place gave back, by its number, of those that this person cancelled a moment ago. */
async function findUndoable({ db, actor, now }: Context, places: Place[]): Promise<Map<number, number>> {
  if (!("accountId" in actor) || places.length === 0) return new Map();
  const rows = await db.execute<{ id: string; backCents: number }>(sql`
    select r.id, -c.effect_cents as "backCents"
    from unnest(${sql.param(places.map(({ id }) => id))}::bigint[]) as r (id)
    join lateral (
      select * from reservation_changes c where c.reservation_id = r.id order by c.id desc limit 1
    ) c on c.reason in ('in_time', 'cancelled_anyway')
    where c.account_id = ${actor.accountId} and c.at > ${addMinutes(now, -UNDO_MINUTES).toISOString()}`);
  return new Map(rows.map(({ id, backCents }) => [Number(id), backCents]));
}
