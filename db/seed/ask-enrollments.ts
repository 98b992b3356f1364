import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";

/**
 * The leisure centre of the holidays wants an agent's agreement and an insurance: some children who never came yet ask for
 * it, and wait.
 */
export async function askEnrollments({ db, now }: Context): Promise<void> {
  await db.execute(sql`
    update activities set enrollment = 'manual', required_documents = '["insurance"]' where kind = 'holidays'`);
  await db.execute(sql`
    with quiet as (
      select e.id, m.household_id, row_number() over (order by p.last_name, p.first_name, p.birth_date) as rank
      from enrollments e
      join activities a on a.id = e.activity_id and a.kind = 'holidays'
      join persons p on p.id = e.child_id
      join household_members m on m.person_id = p.id
      where e.ends_on >= ${now.toISOString()}::date and p.last_name not in ('Rousseau', 'Benali', 'Haddad')
        and exists (
          select from household_members g join accounts c on c.person_id = g.person_id
          where g.household_id = m.household_id and g.role = 'guardian'
        )
        and not exists (
          select from reservations r
          join slot_occurrences o on o.id = r.occurrence_id join slots s on s.id = o.slot_id
          where r.child_id = e.child_id and s.activity_id = e.activity_id
        )
    )
    update enrollments e set
      status = (case when rank <= 4 then 'submitted' when rank = 5 then 'incomplete' else 'refused' end)::enrollment_status,
      household_id = quiet.household_id,
      submitted_at = ${now.toISOString()}::timestamptz - rank * interval '9 hours',
      reason = case when rank = 6 then 'Il n’y a plus de place pour les vacances de Noël.' end
    from quiet where quiet.id = e.id and rank <= 6`);
}
