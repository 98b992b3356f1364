import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { accounts, households, sessions } from "@/db/schema";
import type { Actor, AgentRole } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { authorizeAccount } from "./authorize-account";
import { deviceInWords } from "./device-in-words";
import { isIdle, type MissingStep, missingStep } from "./rules";
import { hashToken } from "./token";

export type Member = Extract<Actor, { kind: "guardian" | "agent" }>;

type Observer = Extract<Actor, { kind: "observer" }>;

/** Someone who is signed in: who they are, and what the shell shows of them. */
export type Session = {
  tokenHash: string;
  actor: Member | Observer;
  account: { displayName: string; email: string };
  /** The household that a guardian is looking at, or that an agent observes. */
  householdId: string | undefined;
  /** The name of the household that an agent observes. */
  observed: string | undefined;
  /** Until it is done, the session opens nothing. */
  missing: MissingStep | undefined;
  lastSeenAt: Date;
};

/** Written out: in a select of one table the library drops the names of the tables, and everyone's household would match. */
const householdIds = sql<string[]>`array(
  select m.household_id from household_members m
  where m.person_id = accounts.person_id and m.role = 'guardian'
  order by 1
)`;

/** The open session of a token, with its account as it is now: one statement, whatever the number of households. */
export async function findSession({ db, now }: Context, token: string): Promise<Session | undefined> {
  const [row] = await db
    .select({
      tokenHash: sessions.tokenHash,
      chosenHouseholdId: sessions.householdId,
      secondFactorAt: sessions.secondFactorAt,
      observedId: households.id,
      observedName: households.name,
      totpConfirmedAt: accounts.totpConfirmedAt,
      lastSeenAt: sessions.lastSeenAt,
      accountId: accounts.id,
      email: accounts.email,
      displayName: accounts.displayName,
      personId: accounts.personId,
      role: accounts.role,
      householdIds,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(households, eq(households.id, sessions.observedHouseholdId))
    .where(
      and(
        eq(sessions.tokenHash, hashToken(token)),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        isNull(accounts.disabledAt),
      ),
    );
  const member = row && memberOf(row);
  if (!member || isIdle(member.kind, row.lastSeenAt, now)) return undefined;

  const { tokenHash, displayName, email, lastSeenAt, observedId, observedName } = row;
  const session = { tokenHash, account: { displayName, email }, lastSeenAt, missing: missingOf(member, row) };
  if (member.kind === "agent" && observedId) {
    const actor = { ...member, kind: "observer" as const, householdId: observedId };
    return { ...session, actor, householdId: observedId, observed: observedName ?? "" };
  }
  const chosen = row.householdIds.find((id) => id === row.chosenHouseholdId);
  return { ...session, actor: member, householdId: chosen ?? row.householdIds[0], observed: undefined };
}

type Factors = { totpConfirmedAt: Date | null; secondFactorAt: Date | null };

const missingOf = ({ kind }: Member, { totpConfirmedAt, secondFactorAt }: Factors) =>
  missingStep({
    isAgent: kind === "agent",
    isEnrolled: totpConfirmedAt !== null,
    isGiven: secondFactorAt !== null,
    isMandatory: !env().demo,
  });

/** More than anyone has: what is left out is older, and "Tout déconnecter" ends it too. */
const SESSIONS_LISTED = 50;

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number];

/** Where the actor's account is signed in: this session first, then the last used ones. */
export async function listOwnSessions(ctx: Context, currentId: string) {
  const accountId = authorizeAccount(ctx);

  const rows = await ctx.db
    .select({
      id: sessions.tokenHash,
      isCurrent: sql<boolean>`${sessions.tokenHash} = ${currentId}`,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      role: accounts.role,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.expiresAt, ctx.now)))
    .orderBy(({ isCurrent, lastSeenAt }) => [desc(isCurrent), desc(lastSeenAt)])
    .limit(SESSIONS_LISTED);

  return rows
    .filter(({ role, lastSeenAt }) => !isIdle(role ? "agent" : "guardian", lastSeenAt, ctx.now))
    .map(({ userAgent, role: _, ...session }) => ({ ...session, device: deviceInWords(userAgent) }));
}

/** What signing in needs to know of an account; undefined when no account has this address. */
export async function findAccount({ db }: Context, email: string) {
  const [row] = await db
    .select({
      accountId: accounts.id,
      email: accounts.email,
      displayName: accounts.displayName,
      passwordHash: accounts.passwordHash,
      personId: accounts.personId,
      role: accounts.role,
      disabledAt: accounts.disabledAt,
      householdIds,
    })
    .from(accounts)
    .where(eq(accounts.email, email));
  return row;
}

type AccountRow = { accountId: string; personId: string | null; role: AgentRole | null; householdIds: string[] };

/** Who an account acts as; nobody when it is neither an adult of a family nor an agent. */
export function memberOf({ accountId, personId, role, householdIds }: AccountRow): Member | undefined {
  if (role) return { kind: "agent", accountId, role };
  if (personId) return { kind: "guardian", accountId, personId, householdIds };
  return undefined;
}
