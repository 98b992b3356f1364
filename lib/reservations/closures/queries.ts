import { sql } from "drizzle-orm";
import type { ClosureScopeInput } from "@/lib/catalogue/closures/input";
import { closable } from "@/lib/catalogue/closures/queries";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** Whom a closure would concern. */
export type ClosurePreview = {
  slots: number;
  days: number;
  reservations: number;
  children: number;
  families: number;
  /** What would come back to the accounts, in cents. */
  creditCents: number;
  /** Children pointed there already: it cannot be closed any more. */
  pointed: number;
};

/** What a closure would cancel and give back, before anybody is told; in one statement. */
export async function previewClosure(ctx: Context, scope: ClosureScopeInput): Promise<ClosurePreview> {
  authorize(ctx, "planning:write");

  const [preview] = await ctx.db.execute<ClosurePreview>(sql`
    select
      count(distinct o.id)::int as slots, count(distinct o.date)::int as days,
      count(r.id) filter (where r.status not in ('attended', 'attended_unbooked'))::int as reservations,
      count(distinct r.child_id)::int as children, count(distinct r.household_id)::int as families,
      coalesce(sum(r.paid_cents), 0)::int as "creditCents",
      count(r.id) filter (where r.status in ('attended', 'attended_unbooked'))::int as pointed
    from slot_occurrences o
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    left join reservations r on r.occurrence_id = o.id and r.status not in ('refused', 'cancelled')
    where ${closable(ctx, scope)}`);
  if (!preview) throw new Error("a count always answers");
  return preview;
}
