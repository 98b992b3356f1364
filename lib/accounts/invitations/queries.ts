import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { accounts, householdMembers, households, invitations, persons } from "@/db/schema";
import { hashToken, looksLikeToken } from "@/lib/auth/token";
import { authorize, authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** Whose account a link may still open; looking does not use it up. */
export async function findInvitation(ctx: Context, token: string) {
  authorizeVisitor(ctx);
  if (!looksLikeToken(token)) return undefined;

  const [invitation] = await ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      householdId: invitations.householdId,
      /** Whether the mailbox is that of an account: whoever reads it joins with it. */
      hasAccount: sql<boolean>`exists (select from ${accounts} a where a.email = ${invitations.email})`,
      personId: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
    })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(
      and(eq(invitations.tokenHash, hashToken(token)), isNull(invitations.usedAt), gt(invitations.expiresAt, ctx.now)),
    );
  return invitation;
}

/** When the last invitation of a person that still serves was sent. */
const lastInvitedAt = (now: Date) =>
  sql<Date | null>`(
  select max(${invitations.createdAt}) from ${invitations}
  where ${invitations.personId} = ${persons.id} and ${invitations.usedAt} is null
    and ${invitations.expiresAt} > ${now.toISOString()}::timestamptz
)`.mapWith(invitations.createdAt);

export type UninvitedAdult = Awaited<ReturnType<typeof listAdultsWithoutAccount>>[number];

const PAGE = 200;

/** The guardians who have an address and no account yet, with what was sent to them. */
export async function listAdultsWithoutAccount(ctx: Context) {
  authorize(ctx, "accounts:review");

  return ctx.db
    .select({
      personId: persons.id,
      householdId: households.id,
      household: households.name,
      firstName: persons.firstName,
      lastName: persons.lastName,
      email: persons.email,
      invitedAt: lastInvitedAt(ctx.now),
    })
    .from(householdMembers)
    .innerJoin(persons, eq(persons.id, householdMembers.personId))
    .innerJoin(households, eq(households.id, householdMembers.householdId))
    .leftJoin(accounts, eq(accounts.personId, persons.id))
    .where(and(eq(householdMembers.role, "guardian"), isNull(accounts.id), isNotNull(persons.email)))
    .orderBy(households.name, householdMembers.rank)
    .limit(PAGE);
}

/** Where the structure stands with its families: how many adults have an account, were invited, can be. */
export async function countInvitations(ctx: Context) {
  authorize(ctx, "accounts:review");

  const [row] = await ctx.db
    .select({
      open: sql<number>`count(*) filter (where account_id is not null)::int`,
      invited: sql<number>`count(*) filter (where account_id is null and invited_at is not null)::int`,
      invitable: sql<number>`count(*) filter (where account_id is null and invited_at is null and email is not null)::int`,
      unreachable: sql<number>`count(*) filter (where account_id is null and email is null)::int`,
    })
    .from(
      sql`(
        select distinct on (${persons.id}) ${accounts.id} as account_id, ${persons.email} as email,
          ${lastInvitedAt(ctx.now)} as invited_at
        from ${householdMembers}
        join ${persons} on ${persons.id} = ${householdMembers.personId}
        left join ${accounts} on ${accounts.personId} = ${persons.id}
        where ${householdMembers.role} = 'guardian'
      ) as adults`,
    );
  return row ?? { open: 0, invited: 0, invitable: 0, unreachable: 0 };
}
