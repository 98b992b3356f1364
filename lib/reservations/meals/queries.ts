import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import type { MealCount } from "./rules";

type Asked = { from: CivilDate; to: CivilDate; facilityId?: string };

/**
 * The meals of some days, by kitchen, service, age and diet, as they stand now: who is booked or already there, and
 * apart who only asks. Counts without a name; of health, how many have a PAI or an allergy. One statement.
 */
export async function listMeals(ctx: Context, { from, to, facilityId }: Asked): Promise<MealCount[]> {
  authorize(ctx, "planning:read");

  const rows = await ctx.db.execute<MealCount>(sql`
    select o.date, f.id as "facilityId", f.name as facility, a.name || ' – ' || s.label as service,
      coalesce(g.name, case
        when p.grade_level in ('TPS', 'PS', 'MS', 'GS') then 'Maternelle'
        when p.grade_level is not null then 'Élémentaire'
        when p.birth_date > o.date - interval '6 years' then 'Maternelle'
        else 'Élémentaire' end) as "group",
      coalesce(h.diet, 'none') as diet,
      count(*) filter (where r.awaiting is null)::int as meals,
      count(*) filter (where r.awaiting is not null)::int as requested,
      count(*) filter (where r.awaiting is null and h.has_care_plan)::int as "carePlans",
      count(*) filter (where r.awaiting is null and h.has_allergies)::int as allergies
    from slot_occurrences o
    join slots s on s.id = o.slot_id and s.serves_meal
    join activities a on a.id = s.activity_id
    join facilities f on f.id = a.facility_id
    join reservations r on r.occurrence_id = o.id
      and r.status in ('booked', 'cancellation_requested', 'attended', 'attended_unbooked', 'requested')
    join persons p on p.id = r.child_id
    left join age_groups g on g.id = s.age_group_id
    left join health_records h on h.child_id = p.id
    where o.date between ${from} and ${to} and (${facilityId ?? null}::uuid is null or f.id = ${facilityId ?? null}::uuid)
    group by o.date, f.id, a.id, s.id, g.id, 5, 6
    order by f.name, f.id, o.date, s.starts_at, a.position, a.name, s.label, g.min_age, 5 desc`);
  return [...rows];
}
