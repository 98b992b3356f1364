import { and, eq, gte } from "drizzle-orm";
import { reservations, slotOccurrences } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { type Context, inTransaction } from "@/lib/core/context";
import { readPlaces } from "../lock-places";
import { findPattern } from "./find-pattern";
import type { PatternIdInput } from "./input";
import { judgePlaces } from "./judge-places";
import type { UndonePattern } from "./rules";

/** Says what taking back a typical week would give back, and what would stay and why; changes nothing. */
export async function previewUndo(ctx: Context, input: PatternIdInput): Promise<UndonePattern> {
  authorize(ctx, "reservations:write", input);

  return inTransaction(ctx, async (ctx) => {
    const { id } = await findPattern(ctx, input);
    const places = await readPlaces(
      ctx,
      and(eq(reservations.patternId, id), gte(slotOccurrences.date, dateOf(ctx.now))),
    );
    const { going, kept } = judgePlaces(places, ctx.now);
    return { count: going.length, creditedCents: going.reduce((sum, { paidCents }) => sum + paidCents, 0), kept };
  });
}
