import { sql } from "drizzle-orm";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { createPattern } from "@/lib/reservations/patterns/create-pattern";
import { previewPattern } from "@/lib/reservations/patterns/preview-pattern";
import type { Family } from "./families";
import { parentOf } from "./wait-for-agents";

const TWO_DAYS = 2 * 24 * 60;
const SCHOOL_DAYS = [1, 2, 4, 5];

/** Inès Benali eats at school until the summer: her mother has booked it in one act. */
export async function setWeek(ctx: Context, benali: Family): Promise<void> {
  const [ines] = benali.children;
  const [meal] = await ctx.db.execute<{ slotId: number; last: string }>(sql`
    select s.id as "slotId", max(o.date)::text as last
    from slots s join activities a on a.id = s.activity_id and a.kind = 'lunch'
    join enrollments e on e.activity_id = a.id and e.child_id = ${ines?.id ?? null} and e.status = 'approved'
    join slot_occurrences o on o.slot_id = s.id
    group by s.id order by s.id limit 1`);
  if (!ines || !meal) return;

  const parent = parentOf(ctx, [benali], benali.id, TWO_DAYS);
  const { slotId, last } = meal;
  const from = dateOf(ctx.now);
  const slots = SCHOOL_DAYS.map((weekday) => ({ childId: ines.id, slotId, weekday, turn: "a" as const }));
  const plan = { rhythm: { kind: "weekly" as const }, slots, except: [] };
  const input = { householdId: benali.id, plan, from, to: last, isMonthly: true };
  const { fingerprint, count } = await previewPattern(parent, input);
  if (count > 0) await createPattern(parent, { ...input, fingerprint, joinsWaitingList: false });
}
