import { eq } from "drizzle-orm";
import { facilities } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockRevision, nextRevision } from "../lock-revision";
import type { UpdateFacilityInput } from "./input";

/** Changes a structure; what is open already keeps its dates and deadlines. `changed_meanwhile` when another agent did. */
export async function updateFacility(ctx: Context, input: UpdateFacilityInput): Promise<void> {
  authorize(ctx, "catalogue:write");

  const { facilityId: id, revision, ...values } = input;
  await inTransaction(ctx, async (ctx) => {
    await lockRevision(ctx, facilities, { id, revision });
    await ctx.db
      .update(facilities)
      .set({ ...values, revision: nextRevision(facilities) })
      .where(eq(facilities.id, id));
    await recordEvent(ctx, { type: "facility.updated", subjectId: id, data: values });
  });
}
