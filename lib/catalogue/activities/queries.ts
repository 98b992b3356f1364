import { and, asc, eq, isNull, or } from "drizzle-orm";
import { activities, documentRequirements, facilities, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

export type ActivityDetail = Awaited<ReturnType<typeof getActivity>>;

export async function getActivity(ctx: Context, id: string) {
  authorize(ctx, "catalogue:write");
  assertUuid(id);
  const [row] = await ctx.db
    .select({ activity: activities, facility: facilities.name })
    .from(activities)
    .innerJoin(facilities, eq(facilities.id, activities.facilityId))
    .where(eq(activities.id, id));
  if (!row) throw new DomainError("not_found");
  return { ...row.activity, facility: row.facility };
}

export type ActivityChoices = Awaited<ReturnType<typeof listActivityChoices>>;

/** What an activity may be given: the régies in service and the papers that are asked for; `officeId` is kept anyway. */
export async function listActivityChoices(ctx: Context, officeId?: string) {
  authorize(ctx, "catalogue:write");
  const [offices, documents] = await Promise.all([
    ctx.db
      .select({ value: revenueOffices.id, label: revenueOffices.name })
      .from(revenueOffices)
      .where(or(isNull(revenueOffices.archivedAt), officeId ? eq(revenueOffices.id, officeId) : undefined))
      .orderBy(asc(revenueOffices.name)),
    ctx.db
      .select({ kind: documentRequirements.kind, label: documentRequirements.label })
      .from(documentRequirements)
      .where(and(eq(documentRequirements.isActive, true)))
      .orderBy(asc(documentRequirements.label)),
  ]);
  return { offices, documents };
}
