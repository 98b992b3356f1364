import { and, count, eq, isNull } from "drizzle-orm";
import { activities, revenueOffices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision, nextRevision } from "../lock-revision";
import type { SeenOfficeInput } from "./input";

/** Takes a régie out of every choice; its accounts and payments stay. Refuses with `in_use` while activities cash there. */
export async function archiveRevenueOffice(ctx: Context, { officeId: id, revision }: SeenOfficeInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, revenueOffices, { id, revision });
    const [active] = await ctx.db
      .select({ count: count() })
      .from(activities)
      .where(and(eq(activities.revenueOfficeId, id), isNull(activities.archivedAt)));
    const using = active?.count ?? 0;
    if (using > 0) {
      throw new DomainError("in_use", { message: `Des activités encaissent encore par cette régie (${using}).` });
    }
    await ctx.db
      .update(revenueOffices)
      .set({ archivedAt: ctx.now, revision: nextRevision(revenueOffices) })
      .where(eq(revenueOffices.id, id));
    await recordEvent(ctx, { type: "revenue-office.archived", subjectId: id });
  });
}

/** Offers an archived régie again. */
export async function restoreRevenueOffice(ctx: Context, { officeId: id, revision }: SeenOfficeInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, revenueOffices, { id, revision });
    await ctx.db
      .update(revenueOffices)
      .set({ archivedAt: null, revision: nextRevision(revenueOffices) })
      .where(eq(revenueOffices.id, id));
    await recordEvent(ctx, { type: "revenue-office.restored", subjectId: id });
  });
}
