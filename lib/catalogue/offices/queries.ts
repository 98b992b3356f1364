import { asc, count, eq, sql } from "drizzle-orm";
import { activities, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertUuid } from "@/lib/core/uuid";

/** Everything but the key, which nobody sees again. */
const columns = {
  id: revenueOffices.id,
  name: revenueOffices.name,
  officerName: revenueOffices.officerName,
  email: revenueOffices.email,
  gateway: revenueOffices.gateway,
  settings: revenueOffices.gatewaySettings,
  hasKey: sql<boolean>`${revenueOffices.gatewaySecret} is not null`,
  revision: revenueOffices.revision,
  archivedAt: revenueOffices.archivedAt,
};

export type ListedOffice = Awaited<ReturnType<typeof listRevenueOffices>>[number];

/** Every régie with the number of activities that cash there, the archived ones last. */
export async function listRevenueOffices(ctx: Context) {
  authorize(ctx, "catalogue:write");
  return ctx.db
    .select({ ...columns, activities: count(activities.id) })
    .from(revenueOffices)
    .leftJoin(activities, eq(activities.revenueOfficeId, revenueOffices.id))
    .groupBy(revenueOffices.id)
    .orderBy(sql`${revenueOffices.archivedAt} nulls first`, asc(revenueOffices.name));
}

export type OfficeDetail = Awaited<ReturnType<typeof getRevenueOffice>>;

export async function getRevenueOffice(ctx: Context, id: string) {
  authorize(ctx, "catalogue:write");
  assertUuid(id);
  const [office] = await ctx.db.select(columns).from(revenueOffices).where(eq(revenueOffices.id, id));
  if (!office) throw new DomainError("not_found");
  return office;
}
