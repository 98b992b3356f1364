import { and, between, eq, inArray, isNull } from "drizzle-orm";
import { activities, facilities, facilityClosures, slotOccurrences, slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertNobodyBooked } from "../calendar/assert-nobody-booked";
import type { ClosureIdInput, ClosureInput } from "./input";

/**
 * Says that a structure is closed on some days: nothing opens on them, and what was open closes. Refuses with
 * `still_booked` while children are booked on one of them: closing these is an act of the planning, which tells and
 * credits their families.
 */
export async function addClosure(ctx: Context, input: ClosureInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  const { facilityId, label, firstDay, lastDay } = input;
  await inTransaction(ctx, async (ctx) => {
    const [facility] = await ctx.db
      .select({ id: facilities.id })
      .from(facilities)
      .where(eq(facilities.id, facilityId))
      .for("update");
    if (!facility) throw new DomainError("not_found");
    const open = await ctx.db
      .select({ id: slotOccurrences.id })
      .from(slotOccurrences)
      .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
      .innerJoin(activities, eq(activities.id, slots.activityId))
      .where(
        and(
          eq(activities.facilityId, facilityId),
          between(slotOccurrences.date, firstDay, lastDay),
          isNull(slotOccurrences.closedReason),
        ),
      )
      .orderBy(slotOccurrences.id)
      .for("update", { of: slotOccurrences });
    const ids = open.map(({ id }) => id);
    await assertNobodyBooked(ctx, ids);

    const [closure] = await ctx.db.insert(facilityClosures).values(input).returning({ id: facilityClosures.id });
    if (ids.length > 0) {
      await ctx.db.update(slotOccurrences).set({ closedReason: label }).where(inArray(slotOccurrences.id, ids));
    }
    await recordEvent(ctx, {
      type: "closure.added",
      subjectId: String(closure?.id),
      data: { ...input, closed: ids.length },
    });
  });
}

/** The structure is open after all: what its closure closed opens again. */
export async function removeClosure(ctx: Context, { closureId: id }: ClosureIdInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    const [closure] = await ctx.db.delete(facilityClosures).where(eq(facilityClosures.id, id)).returning();
    if (!closure) throw new DomainError("not_found");
    const ofFacility = ctx.db
      .select({ id: slots.id })
      .from(slots)
      .innerJoin(activities, eq(activities.id, slots.activityId))
      .where(eq(activities.facilityId, closure.facilityId));
    await ctx.db
      .update(slotOccurrences)
      .set({ closedReason: null })
      .where(
        and(
          inArray(slotOccurrences.slotId, ofFacility),
          between(slotOccurrences.date, closure.firstDay, closure.lastDay),
          eq(slotOccurrences.closedReason, closure.label),
          isNull(slotOccurrences.closureId),
        ),
      );
    await recordEvent(ctx, { type: "closure.removed", subjectId: String(id), data: closure });
  });
}
