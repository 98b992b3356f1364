import { accounts, auditEvents, householdMembers, households, persons, sessions } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { memberOf } from "@/lib/auth/queries";
import type { Origin } from "@/lib/auth/request-origin";
import { hashToken, newToken } from "@/lib/auth/token";
import type { AgentRole } from "@/lib/core/actor";
import { visitor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";

export const password = "Portail-Famille-2026";
const passwordHash = hashPassword(password);

export const home: Origin = { network: "203.0.113.7", userAgent: "Firefox", deviceProof: undefined };

export const asVisitor = (ctx: Context): Context => ({ ...ctx, actor: visitor });
export const later = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
});

type AccountOverrides = Partial<typeof accounts.$inferInsert>;

async function anAccount(ctx: Context, overrides: AccountOverrides) {
  const [account] = await ctx.db
    .insert(accounts)
    .values({
      email: "parent@exemple.fr",
      displayName: "Camille Durand",
      passwordHash: await passwordHash,
      createdAt: ctx.now,
      ...overrides,
    })
    .returning();
  if (!account) throw new Error("no account was written");
  return account;
}

export const anAgentAccount = (ctx: Context, role: AgentRole, overrides: AccountOverrides = {}) =>
  anAccount(ctx, { email: "agent@exemple.fr", displayName: "Dominique Petit", role, ...overrides });

/** A guardian of as many households as asked. */
export async function aGuardianAccount(ctx: Context, overrides: AccountOverrides = {}, { homes = 1 } = {}) {
  const [person] = await ctx.db
    .insert(persons)
    .values({ firstName: "Camille", lastName: "Durand", createdAt: ctx.now })
    .returning();
  if (!person) throw new Error("no person was written");
  const account = await anAccount(ctx, { personId: person.id, ...overrides });

  const householdIds: string[] = [];
  for (let i = 0; i < homes; i += 1) householdIds.push(await aHome(ctx, person.id, "guardian"));
  return { ...account, personId: person.id, householdIds: householdIds.sort() };
}

export async function aHome(ctx: Context, personId: string, role: "guardian" | "contact"): Promise<string> {
  const address = { street: "1 rue des Écoles", postalCode: "59223", city: "Roncq" };
  const [household] = await ctx.db
    .insert(households)
    .values({ name: "Durand", ...address, createdAt: ctx.now })
    .returning({ id: households.id });
  if (!household) throw new Error("no household was written");
  await ctx.db.insert(householdMembers).values({ householdId: household.id, personId, role });
  return household.id;
}

/** An open session of an account, without its password; answers its token. */
export async function aSession(ctx: Context, accountId: string, overrides: Partial<typeof sessions.$inferInsert> = {}) {
  const token = newToken();
  await ctx.db.insert(sessions).values({
    tokenHash: hashToken(token),
    accountId,
    createdAt: ctx.now,
    lastSeenAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + 30 * 86_400_000),
    ...overrides,
  });
  return token;
}

export async function eventTypes(ctx: Context): Promise<string[]> {
  const events = await ctx.db.select({ type: auditEvents.type }).from(auditEvents).orderBy(auditEvents.id);
  return events.map(({ type }) => type);
}

type Account = Awaited<ReturnType<typeof anAccount>>;

/** The context of the holder of an account. */
export function as(ctx: Context, account: Account & { householdIds?: string[] }): Context {
  const { id: accountId, personId, role, householdIds = [] } = account;
  const actor = memberOf({ accountId, personId, role, householdIds });
  if (!actor) throw new Error("this account acts as nobody");
  return { ...ctx, actor };
}

/** Every role of an agent. */
export const agentRoles: AgentRole[] = [
  "animator",
  "site_manager",
  "family_officer",
  "billing_officer",
  "revenue_officer",
  "admin",
  "auditor",
];
