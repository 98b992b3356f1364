import { and, count, eq, isNull } from "drizzle-orm";
import { activities, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision } from "../lock-revision";
import { archive, restore } from "../set-archived";
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
    await archive(ctx, revenueOffices, { id, event: "revenue-office.archived" });
  });
}

/** Offers an archived régie again. */
export async function restoreRevenueOffice(ctx: Context, { officeId: id, revision }: SeenOfficeInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await restore(ctx, revenueOffices, { id, revision, event: "revenue-office.restored" });
}
