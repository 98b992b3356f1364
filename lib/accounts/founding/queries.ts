import { and, eq, isNull } from "drizzle-orm";
import { foundingLinks } from "@/db/schema";
import { hashToken, looksLikeToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { findOrganization } from "@/lib/core/organization";

/** Whether a link still founds the portal; looking does not use it up. */
export async function canFound(ctx: Context, token: string): Promise<boolean> {
  authorizeVisitor(ctx);
  if (!looksLikeToken(token) || (await findOrganization(ctx))) return false;

  const [link] = await ctx.db
    .select({ id: foundingLinks.id })
    .from(foundingLinks)
    .where(and(eq(foundingLinks.tokenHash, hashToken(token)), isNull(foundingLinks.usedAt)));
  return link !== undefined;
}
