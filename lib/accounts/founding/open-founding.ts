import { createHmac, randomBytes } from "node:crypto";
import { foundingLinks } from "@/db/schema";
import { hashToken } from "@/lib/auth/token";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { findOrganization } from "@/lib/core/organization";

/**
 * The token of the address that founds the portal: the same at each start, on each machine, as long as nobody has; then
 * undefined. With another AUTH_SECRET it is another one, and the earlier dies.
 */
export async function openFounding(ctx: Context): Promise<string | undefined> {
  authorize(ctx, "settings:write");

  return inTransaction(ctx, async (ctx) => {
    if (await findOrganization(ctx)) return undefined;
    await ctx.db
      .insert(foundingLinks)
      .values({ nonce: randomBytes(32).toString("base64url"), tokenHash: "", createdAt: ctx.now })
      .onConflictDoNothing();
    const [link] = await ctx.db.select().from(foundingLinks).for("update");
    if (!link || link.usedAt) return undefined;

    const token = tokenOf(link.nonce);
    const tokenHash = hashToken(token);
    if (link.tokenHash !== tokenHash) await ctx.db.update(foundingLinks).set({ tokenHash });
    return token;
  });
}

/** Nobody finds it who has the database alone. */
const tokenOf = (nonce: string): string =>
  createHmac("sha256", env().authSecret).update(`portail-famille/founding ${nonce}`).digest("base64url");
