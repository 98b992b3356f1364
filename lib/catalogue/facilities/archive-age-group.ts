import { and, count, eq, isNull } from "drizzle-orm";
import { activities, ageGroups, slots } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { GroupInput } from "./input";

/** Takes a group out of every choice. Refuses with `in_use` while slots receive it. */
export async function archiveAgeGroup(ctx: Context, { groupId: id }: GroupInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    const [active] = await ctx.db
      .select({ count: count() })
      .from(slots)
      .innerJoin(activities, eq(activities.id, slots.activityId))
      .where(and(eq(slots.ageGroupId, id), isNull(slots.archivedAt), isNull(activities.archivedAt)));
    const using = active?.count ?? 0;
    if (using > 0) throw new DomainError("in_use", { message: `Des créneaux reçoivent encore ce groupe (${using}).` });
    const [archived] = await ctx.db
      .update(ageGroups)
      .set({ archivedAt: ctx.now })
      .where(and(eq(ageGroups.id, id), isNull(ageGroups.archivedAt)))
      .returning({ id: ageGroups.id });
    if (!archived) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "age-group.archived", subjectId: String(id) });
  });
}
