import { asc, desc, sql } from "drizzle-orm";
import { documentRequirements } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

export type ListedRequirement = Awaited<ReturnType<typeof listAllRequirements>>[number];

/** Every paper that is or was asked, those in force first, with how many good answers each has and where it is wanted. */
export async function listAllRequirements(ctx: Context) {
  authorize(ctx, "settings:write");

  return ctx.db
    .select({
      id: documentRequirements.id,
      kind: documentRequirements.kind,
      label: documentRequirements.label,
      help: documentRequirements.help,
      appliesTo: documentRequirements.appliesTo,
      validity: documentRequirements.validity,
      isHealth: documentRequirements.isHealth,
      blocksBooking: documentRequirements.blocksBooking,
      remindDaysBefore: documentRequirements.remindDaysBefore,
      isActive: documentRequirements.isActive,
      valid: sql<number>`(
        select count(*)::int from documents d
        where d.kind = document_requirements.kind and d.status = 'valid' and d.removed_at is null
      )`,
      activities: sql<string[]>`array(
        select a.name || ', ' || f.name from activities a join facilities f on f.id = a.facility_id
        where a.required_documents ? document_requirements.kind and a.archived_at is null order by 1
      )`,
    })
    .from(documentRequirements)
    .orderBy(desc(documentRequirements.isActive), asc(documentRequirements.appliesTo), asc(documentRequirements.label));
}
