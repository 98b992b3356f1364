import { and, count, eq, isNull } from "drizzle-orm";
import { activities, facilities } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { lockRevision } from "../lock-revision";
import { archive, restore } from "../set-archived";
import type { SeenFacilityInput } from "./input";

/** Takes a structure out of every choice; its history stays. Refuses with `in_use` while it has activities. */
export async function archiveFacility(ctx: Context, { facilityId: id, revision }: SeenFacilityInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, facilities, { id, revision });
    const [active] = await ctx.db
      .select({ count: count() })
      .from(activities)
      .where(and(eq(activities.facilityId, id), isNull(activities.archivedAt)));
    const using = active?.count ?? 0;
    if (using > 0)
      throw new DomainError("in_use", { message: `Archivez d’abord ses activités : il en reste ${using}.` });
    await archive(ctx, facilities, { id, event: "facility.archived" });
  });
}

/** Offers an archived structure again. */
export async function restoreFacility(ctx: Context, { facilityId: id, revision }: SeenFacilityInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  await restore(ctx, facilities, { id, revision, event: "facility.restored" });
}
