import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { accounts, householdMembers, invitations, persons } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { inviteAdult } from "./invite-adult";

/** Asks that every adult without an account be invited, in the background; asking twice does it once. */
export async function requestAllInvitations(ctx: Context): Promise<void> {
  authorize(ctx, "accounts:review");
  await inTransaction(ctx, async (ctx) => {
    await enqueue(ctx, "invite-all-adults", {}, { jobKey: "invite-all-adults" });
    await recordEvent(ctx, { type: "invitations.requested" });
  });
}

/**
 * Invites every guardian who has an address and neither an account nor an invitation that still serves. Each in a
 * transaction of their own: stopped anywhere and started again, nobody gets two messages.
 */
export async function inviteAllAdults(ctx: Context): Promise<number> {
  authorize(ctx, "jobs:run");
  let invited = 0;
  for (const adult of await listInvitable(ctx)) {
    if (await inviteOnce(ctx, adult)) invited += 1;
  }
  return invited;
}

type Invitable = Awaited<ReturnType<typeof listInvitable>>[number];

/** An invitation to the person, or to the address: two parents may share a mailbox. */
const stillServes = (now: Date, adult?: { personId: string; email: string }) =>
  and(
    or(
      eq(invitations.personId, adult?.personId ?? persons.id),
      eq(invitations.email, adult?.email ?? sql`lower(${persons.email})`),
    ),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, now),
  );

/** One adult per address, the one who receives the bills first: two accounts cannot share a mailbox. */
const listInvitable = ({ db, now }: Context) =>
  db
    .selectDistinctOn([sql`lower(${persons.email})`], {
      personId: persons.id,
      householdId: householdMembers.householdId,
      email: sql<string>`lower(${persons.email})`,
    })
    .from(persons)
    .innerJoin(householdMembers, eq(householdMembers.personId, persons.id))
    .leftJoin(accounts, sql`${accounts.personId} = ${persons.id} or ${accounts.email} = lower(${persons.email})`)
    .where(
      and(
        eq(householdMembers.role, "guardian"),
        isNull(accounts.id),
        sql`${persons.email} <> ''`,
        sql`not exists (select from ${invitations} where ${stillServes(now)})`,
      ),
    )
    .orderBy(sql`lower(${persons.email})`, sql`${householdMembers.isAccountHolder} desc`, persons.createdAt);

/** Looks once more under the lock of the person: another worker may just have written to them. */
async function inviteOnce(ctx: Context, adult: Invitable): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.select({ id: persons.id }).from(persons).where(eq(persons.id, adult.personId)).for("update");
    const [waiting] = await ctx.db.select({ id: invitations.id }).from(invitations).where(stillServes(ctx.now, adult));
    if (waiting) return false;
    await inviteAdult(ctx, { ...adult, kind: "activation" });
    return true;
  }).catch((error: unknown) => {
    // Someone who activated or left meanwhile must not stop the others.
    if (error instanceof DomainError) return false;
    throw error;
  });
}
