import { and, eq, isNull } from "drizzle-orm";
import { activities, facilities, revenueOffices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { ActivityInput } from "./input";

/** Adds an activity to a structure. Refuses an archived structure or régie beside its field. Returns its id. */
export async function createActivity(ctx: Context, input: ActivityInput): Promise<{ activityId: string }> {
  authorize(ctx, "catalogue:write");

  return inTransaction(ctx, async (ctx) => {
    const [facility] = await ctx.db
      .select({ id: facilities.id })
      .from(facilities)
      .where(and(eq(facilities.id, input.facilityId), isNull(facilities.archivedAt)));
    if (!facility) throw new DomainError("not_found");
    await assertOffice(ctx, input.revenueOfficeId);
    const [activity] = await ctx.db.insert(activities).values(input).returning({ id: activities.id });
    if (!activity) throw new DomainError("not_found");
    await recordEvent(ctx, { type: "activity.created", subjectId: activity.id, data: input });
    return { activityId: activity.id };
  });
}

/** Money is not sent to a régie that is archived. Plumbing of the commands of this folder. */
export function assertOffice(ctx: Context, officeId: string): Promise<void> {
  return check(ctx, officeId);
}

async function check({ db }: Context, officeId: string): Promise<void> {
  const [office] = await db
    .select({ id: revenueOffices.id })
    .from(revenueOffices)
    .where(and(eq(revenueOffices.id, officeId), isNull(revenueOffices.archivedAt)));
  if (!office) {
    throw new DomainError("invalid_input", { fields: { revenueOfficeId: ["Choisissez une régie en service."] } });
  }
}
