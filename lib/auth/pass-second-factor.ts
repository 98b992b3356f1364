import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { renewSession } from "./renew-session";

/** Opens a session whole, under another token: what was copied while it was half open opens nothing. */
export async function passSecondFactor(ctx: Context, sessionId: string) {
  const renewed = await renewSession(ctx, sessionId);
  await ctx.db.update(sessions).set({ secondFactorAt: ctx.now }).where(eq(sessions.tokenHash, renewed.sessionId));
  return renewed;
}
