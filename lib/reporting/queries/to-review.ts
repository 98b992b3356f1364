import { type SQL, sql } from "drizzle-orm";
import { authorize, isAllowed, type Permission } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** What agents decide: the right that each kind takes, and what of it waits. */
const kinds = {
  signUps: {
    takes: "accounts:review",
    waiting: sql`select submitted_at as since from sign_ups where status = 'submitted'`,
  },
  changes: { takes: "changes:review", waiting: sql`select created_at from change_requests where status = 'pending'` },
  deletions: {
    takes: "accounts:review",
    waiting: sql`select created_at from deletion_requests where decided_at is null`,
  },
  documents: {
    takes: "documents:review",
    waiting: sql`select created_at from documents
      where status = 'to_review' and removed_at is null and kind <> 'absence_proof'`,
  },
  demands: {
    takes: "requests:review",
    // As the queue shows them: one gesture of a family is one demand, however many days.
    waiting: sql`select c.at from reservations r
      join lateral (
        select at, account_id from reservation_changes where reservation_id = r.id order by id desc limit 1
      ) c on true
      join slot_occurrences o on o.id = r.occurrence_id join slots s on s.id = o.slot_id
      where r.awaiting = 'approval' or r.status = 'cancellation_requested'
      group by r.status, r.is_late, r.household_id, r.child_id, s.activity_id, c.at, c.account_id`,
  },
  absences: {
    takes: "requests:review",
    waiting: sql`select declared_at from absences where status = 'to_review'`,
  },
  enrollments: {
    takes: "enrollments:review",
    waiting: sql`select coalesce(submitted_at, created_at) from enrollments where status = 'submitted'`,
  },
} satisfies Record<string, { takes: Permission; waiting: SQL }>;

export type ReviewKind = keyof typeof kinds;
/** Per kind that the agent may decide, in the order of the screen. */
export type ToReview = Partial<Record<ReviewKind, { count: number; oldestAt: Date | null }>>;

/** Whoever holds one of these has something to decide. */
export const reviewRights: readonly Permission[] = [...new Set(Object.values(kinds).map(({ takes }) => takes))];

/** What waits for an agent, and since when, per kind that they may decide: one statement. */
export async function countToReview(ctx: Context): Promise<ToReview> {
  const may = Object.entries(kinds).filter(([, { takes }]) => isAllowed(ctx.actor, takes));
  if (may.length === 0) authorize(ctx, "changes:review");

  const counts = may.map(
    ([kind, { waiting }]) =>
      sql`select ${kind}::text as kind, count(*)::int as count, min(since) as "oldestAt" from (${waiting}) as one (since)`,
  );
  const rows = await ctx.db.execute<{ kind: ReviewKind; count: number; oldestAt: string | null }>(
    sql.join(counts, sql` union all `),
  );
  return Object.fromEntries(
    rows.map(({ kind, count, oldestAt }) => [kind, { count, oldestAt: oldestAt ? new Date(oldestAt) : null }]),
  );
}
