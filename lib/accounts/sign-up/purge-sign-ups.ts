import { and, eq, lt, or } from "drizzle-orm";
import { signUps } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

const DAY = 86_400_000;
const DRAFT_DAYS = 30;
const REFUSED_DAYS = 90;

/** Erases drafts that nobody came back to, and refused requests after three months (handbook §7.1). */
export async function purgeSignUps(ctx: Context): Promise<void> {
  authorize(ctx, "jobs:run");
  const before = (days: number) => new Date(ctx.now.getTime() - days * DAY);

  await ctx.db
    .delete(signUps)
    .where(
      or(
        and(eq(signUps.status, "draft"), lt(signUps.createdAt, before(DRAFT_DAYS))),
        and(eq(signUps.status, "refused"), lt(signUps.decidedAt, before(REFUSED_DAYS))),
      ),
    );
}
