import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

export type ToReview = Record<"signUps" | "changes" | "documents", { count: number; oldestAt: Date | null }>;

/** What waits for an agent, and since when, per kind: one statement. */
export async function countToReview(ctx: Context): Promise<ToReview> {
  authorize(ctx, "changes:review");

  const rows = await ctx.db.execute<{ kind: keyof ToReview; count: number; oldestAt: string | null }>(sql`
    select 'signUps' as kind, count(*)::int as count, min(submitted_at) as "oldestAt"
      from sign_ups where status = 'submitted'
    union all
    select 'changes', count(*)::int, min(created_at) from change_requests where status = 'pending'
    union all
    select 'documents', count(*)::int, min(created_at) from documents
      where status = 'to_review' and removed_at is null`);
  const counted = (kind: keyof ToReview) => {
    const row = rows.find((one) => one.kind === kind);
    return { count: row?.count ?? 0, oldestAt: row?.oldestAt ? new Date(row.oldestAt) : null };
  };
  return { signUps: counted("signUps"), changes: counted("changes"), documents: counted("documents") };
}
