import { and, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { signUps } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

const DAY = 86_400_000;
const DRAFT_DAYS = 30;
const ENDED_DAYS = 90;

/**
 * Erases drafts that nobody came back to, and after three months (handbook §7.1) requests that were refused or whose
 * question was never answered. One that was approved lives on as a household: of the request only its decision stays.
 */
export async function purgeSignUps(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");
  const before = (days: number) => new Date(ctx.now.getTime() - days * DAY);

  await ctx.db
    .delete(signUps)
    .where(
      or(
        and(eq(signUps.status, "draft"), lt(signUps.createdAt, before(DRAFT_DAYS))),
        and(inArray(signUps.status, ["refused", "information_requested"]), lt(signUps.decidedAt, before(ENDED_DAYS))),
      ),
    );
  await ctx.db
    .update(signUps)
    .set({ data: {}, email: null })
    .where(
      and(
        eq(signUps.status, "approved"),
        lt(signUps.decidedAt, before(ENDED_DAYS)),
        or(sql`${signUps.data} <> '{}'`, isNotNull(signUps.email)),
      ),
    );
}
