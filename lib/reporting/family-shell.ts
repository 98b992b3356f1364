import { type SQL, sql } from "drizzle-orm";
import { isUnread } from "@/lib/contact/queries/family";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { brandOf } from "@/lib/core/organization";

type ShellRow = {
  organization: Parameters<typeof brandOf>[0];
  name: string;
  children: { firstName: string; rank: number }[];
  homes: { id: string; name: string; children: string[]; isCurrent: boolean }[];
  count: number;
  totalCents: number;
  unreadThreads: number;
  holdExpiresAt: number | null;
};

/** What stands around every page of a family, in one statement: the organisation, the family, the cart. */
export async function getFamilyShell(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  const [row] = await ctx.db.execute<ShellRow>(sql`
    select
      (select json_build_object(
        'name', name, 'shortName', short_name, 'logoKey', logo_key, 'accessibilityLevel', accessibility_level
      ) from organization) as organization,
      h.name,
      coalesce((
        select json_agg(json_build_object('firstName', p.first_name, 'rank', m.rank) order by m.rank)
        from household_members m join persons p on p.id = m.person_id
        where m.household_id = h.id and m.role = 'child'
      ), '[]') as children,
      ${homesOf(ctx)} as homes,
      cart.*,
      (
        select count(*)::int from contact_threads
        where household_id = h.id and ${isUnread(ctx)}
      ) as "unreadThreads"
    from households h
    cross join lateral (
      select count(*)::int as count, coalesce(sum(price_cents), 0)::int as "totalCents",
        (extract(epoch from min(hold_expires_at)) * 1000)::float8 as "holdExpiresAt"
      from (select * from reservations where household_id = h.id and awaiting = 'payment' offset 0) waiting
      where hold_expires_at > ${ctx.now.toISOString()}
    ) cart
    where h.id = ${householdId}`);
  if (!row) throw new DomainError("not_found");

  const { organization, name, children, homes, unreadThreads, ...cart } = row;
  return {
    organization: brandOf(organization),
    family: { name, children },
    homes,
    cart,
    unreadThreads,
    demo: env().demo,
  };
}

/**
 * Between what one may choose: nothing, for who is of one household. Left out rather than asked of an empty list, of
 * which PostgreSQL would make a plan again each time.
 */
const homesOf = ({ actor }: Context): SQL =>
  actor.kind === "guardian" && actor.householdIds.length > 1
    ? sql`(
        select json_agg(json_build_object('id', own.id, 'name', own.name, 'isCurrent', own.id = h.id, 'children', array(
          select p.first_name
          from household_members m join persons p on p.id = m.person_id
          where m.household_id = own.id and m.role = 'child' order by m.rank
        )) order by own.name, own.id)
        from households own where own.id = any(${sql.param(actor.householdIds)}::uuid[])
      )`
    : sql`'[]'::json`;
