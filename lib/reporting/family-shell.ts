import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";

type ShellRow = {
  organization: { name: string; shortName: string };
  name: string;
  children: { firstName: string; rank: number }[];
  count: number;
  totalCents: number;
  holdExpiresAt: number | null;
};

/** What stands around every page of a family, in one statement: the organisation, the family, the cart. */
export async function getFamilyShell(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  const [row] = await ctx.db.execute<ShellRow>(sql`
    select
      (select json_build_object('name', name, 'shortName', short_name) from organization) as organization,
      h.name,
      coalesce((
        select json_agg(json_build_object('firstName', p.first_name, 'rank', m.rank) order by m.rank)
        from household_members m join persons p on p.id = m.person_id
        where m.household_id = h.id and m.role = 'child'
      ), '[]') as children,
      cart.*
    from households h
    cross join lateral (
      select count(*)::int as count, coalesce(sum(price_cents), 0)::int as "totalCents",
        (extract(epoch from min(hold_expires_at)) * 1000)::float8 as "holdExpiresAt"
      from (select * from reservations where household_id = h.id and awaiting = 'payment' offset 0) waiting
      where hold_expires_at > ${ctx.now.toISOString()}
    ) cart
    where h.id = ${householdId}`);
  if (!row) throw new DomainError("not_found");

  const { organization, name, children, ...cart } = row;
  return { organization, family: { name, children }, cart, demo: env().demo };
}
