import { lt, or } from "drizzle-orm";
import { sessions, throttles } from "@/db/schema";
import type { Context } from "@/lib/core/context";

const SESSIONS_KEPT_DAYS = 180;
const DAY = 86_400_000;

/** Removes counters that count nothing any more, and sessions past the time connection logs are kept. */
export async function purgeExpired(ctx: Context): Promise<void> {
  await ctx.db.delete(throttles).where(lt(throttles.expire, ctx.now.getTime()));

  const kept = new Date(ctx.now.getTime() - SESSIONS_KEPT_DAYS * DAY);
  await ctx.db.delete(sessions).where(or(lt(sessions.expiresAt, kept), lt(sessions.endedAt, kept)));
}
