import { and, eq, gte } from "drizzle-orm";
import { patterns, reservations, slotOccurrences } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockHousehold } from "@/lib/ledger/lock-household";
import { lockPlacesOf } from "../lock-places";
import { tellOfAssistance } from "../record-gesture";
import { releasePlaces } from "../release-places";
import { findPattern } from "./find-pattern";
import type { PatternIdInput } from "./input";
import { judgePlaces } from "./judge-places";
import type { UndonePattern } from "./rules";

/**
 * Takes back what is still to come of a typical week, as one thing: requests and waits are withdrawn, booked places are
 * cancelled in time and given back to the account; the others stay, and why is told. Refuses with `already_decided` when
 * it was taken back before.
 */
export async function undoPattern(ctx: Context, input: PatternIdInput): Promise<UndonePattern> {
  authorize(ctx, "reservations:write", input);
  const { householdId, patternId } = input;

  return inTransaction(ctx, async (ctx) => {
    await lockHousehold(ctx, householdId);
    await findPattern(ctx, input);
    const places = await lockPlacesOf(ctx, await listComing(ctx, patternId));
    const { going, kept } = judgePlaces(places, ctx.now);
    // One statement for all: the slots are then locked in their order, whatever each place was.
    const creditedCents = await releasePlaces(ctx, going, { status: "cancelled", reason: "pattern_undone" });
    await ctx.db
      .update(patterns)
      .set({ undoneAt: ctx.now, undoneBy: "accountId" in ctx.actor ? ctx.actor.accountId : null })
      .where(eq(patterns.id, patternId));
    const counts = { cancelled: going.length, kept: places.length - going.length, creditedCents };
    await recordEvent(ctx, { type: "pattern.undone", householdId, subjectId: patternId, data: counts });
    const [first] = going.map(({ date }) => date).toSorted();
    if (first) await tellOfAssistance(ctx, householdId, first);
    return { count: going.length, creditedCents, kept };
  });
}

async function listComing({ db, now }: Context, patternId: string): Promise<number[]> {
  const rows = await db
    .select({ id: reservations.id })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .where(and(eq(reservations.patternId, patternId), gte(slotOccurrences.date, dateOf(now))));
  return rows.map(({ id }) => id);
}
