import { sql } from "drizzle-orm";
import type { SchoolZone } from "@/db/schema";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { ActivityKind } from "../planning/rules";
import type { Cell } from "../rules";

/** A slot as it opens, and the one that was ticked for it: age groups of one service share its name. */
export type Variant = {
  askedId: number;
  slotId: number;
  label: string;
  activityId: string;
  activity: string;
  kind: ActivityKind;
  office: string;
  zone: SchoolZone;
  dates: CivilDate[];
};

/**
 * The slots behind those that were ticked, with the days on which they open: those of the same service and name for other
 * age groups too, because a child grows during the year. Refuses with `not_found` an unknown slot or another family's
 * child. Plumbing of the commands of this domain, which have authorized.
 */
export const readVariants = async (
  ctx: Context,
  { householdId, cells, from, to }: { householdId: string; cells: Cell[]; from: CivilDate; to: CivilDate },
): Promise<Variant[]> => {
  const asked = [...new Set(cells.map(({ slotId }) => slotId))];
  const children = [...new Set(cells.map(({ childId }) => childId))];
  const [known] = await ctx.db.execute<{ children: number }>(sql`
    select count(*)::int as children from household_members
    where household_id = ${householdId} and role = 'child' and person_id = any(${sql.param(children)}::uuid[])`);
  const variants = await ctx.db.execute<Variant>(sql`
    select s.id as "askedId", v.id as "slotId", v.label, a.id as "activityId", a.name as activity, a.kind, ro.name as office,
      f.school_zone as zone,
      array(
        select o.date::text from slot_occurrences o where o.slot_id = v.id and o.date between ${from} and ${to}
        order by o.date
      ) as dates
    from slots s
    join slots v on v.activity_id = s.activity_id and v.label = s.label
    join activities a on a.id = s.activity_id
    join revenue_offices ro on ro.id = a.revenue_office_id
    join facilities f on f.id = a.facility_id
    where s.id = any(${sql.param(asked)}::int[])
    order by v.starts_at, a.position, v.id`);
  const found = new Set(variants.map(({ askedId }) => askedId));
  if (known?.children !== children.length || found.size !== asked.length) throw new DomainError("not_found");
  return [...variants];
};
