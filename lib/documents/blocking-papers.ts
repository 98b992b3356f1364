import { sql } from "drizzle-orm";
import type { CivilDate } from "@/lib/core/calendar";

/**
 * The papers without which a child of the household books nothing (handbook §4.2), as rows `(child_id, names)`: none where
 * everything was sent. What is still being checked blocks nobody, and what one of a child's two homes sent serves both.
 * To be joined: it begins with the few papers that block, and costs nothing where there are none.
 */
export const blockingPapers = (householdId: string, today: CivilDate) => sql`
  select c.person_id as child_id, array_agg(distinct
    q.label || case when q.applies_to = 'household' then '' else ' (' || p.first_name || ')' end
  ) as names
  from document_requirements q
  join household_members c on c.household_id = ${householdId} and c.role = 'child'
  join household_members s on s.household_id = c.household_id
    and case q.applies_to when 'adult' then s.role = 'guardian' else s.person_id = c.person_id end
  join persons p on p.id = s.person_id
  where q.blocks_booking and q.is_active and not exists (
    select from household_members x
    join documents d on d.household_id = x.household_id and d.kind = q.kind and d.removed_at is null
      and d.person_id is not distinct from case when q.applies_to <> 'household' then s.person_id end
      and (d.status = 'to_review' or d.status = 'valid' and (d.valid_until is null or d.valid_until >= ${today}))
    where x.person_id = s.person_id and (q.applies_to = 'child' or x.household_id = c.household_id)
  )
  group by c.person_id`;
