import { and, eq, isNull } from "drizzle-orm";
import { accounts, foundingLinks } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { hashPassword } from "@/lib/auth/password";
import { hashToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import { asSystem, type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import { createOrganization } from "@/lib/organization/create-organization";
import { passwordProblem } from "../rules";
import type { FoundPortalInput } from "./input";
import { canFound } from "./queries";

/**
 * Creates the organisation and its first administrator, together. Of two people with the link, the second reads
 * `already_founded`; a link that is not the one of the last start is `link_expired`.
 */
export async function foundPortal(ctx: Context, input: FoundPortalInput): Promise<{ email: string }> {
  authorizeVisitor(ctx);
  const { token, displayName, adminEmail: email, password, ...identity } = input;
  if (!(await canFound(ctx, token))) {
    throw new DomainError((await findOrganization(ctx)) ? "already_founded" : "link_expired");
  }
  const problem = passwordProblem(password, { email });
  if (problem) throw new DomainError("invalid_input", { message: problem, fields: { password: [problem] } });
  const passwordHash = await hashPassword(password);

  await inTransaction(ctx, async (ctx) => {
    await useUp(ctx, token);
    await createOrganization(asSystem(ctx, "founding"), identity);
    const [account] = await ctx.db
      .insert(accounts)
      .values({ email, displayName, passwordHash, role: "admin", createdAt: ctx.now })
      .returning({ id: accounts.id });
    await recordEvent(ctx, { type: "portal.founded", subjectId: account?.id });
  });
  return { email };
}

/** Whoever comes second waits here for the first. */
async function useUp({ db, now }: Context, token: string): Promise<void> {
  const used = await db
    .update(foundingLinks)
    .set({ usedAt: now })
    .where(and(eq(foundingLinks.tokenHash, hashToken(token)), isNull(foundingLinks.usedAt)))
    .returning({ id: foundingLinks.id });
  if (used.length === 0) throw new DomainError("already_founded");
}
