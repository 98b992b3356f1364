import { facilities } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { FacilityInput } from "./input";

/** Adds a place that receives children. Returns its id. */
export async function createFacility(ctx: Context, input: FacilityInput): Promise<{ facilityId: string }> {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const [facility] = await ctx.db.insert(facilities).values(input).returning({ id: facilities.id });
    if (!facility) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "facility.created", subjectId: facility.id, data: { name: input.name } });
    return { facilityId: facility.id };
  });
}
