import { and, eq } from "drizzle-orm";
import { signUps } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { hashToken, newToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { readResumeLink } from "./send-resume-link";

/** Hands the request over to the reader of the mailbox: from now on this browser holds it, and no other one. */
export async function resumeSignUp(ctx: Context, { lien }: { lien: string }): Promise<string> {
  authorizeVisitor(ctx);
  const link = readResumeLink(lien);
  if (!link) throw new DomainError("link_expired");

  return inTransaction(ctx, async (ctx) => {
    const token = newToken();
    const [resumed] = await ctx.db
      .update(signUps)
      .set({ tokenHash: hashToken(token) })
      .where(and(eq(signUps.id, link.signUpId), eq(signUps.email, link.email)))
      .returning({ id: signUps.id });
    if (!resumed) throw new DomainError("link_expired");
    await recordEvent(ctx, { type: "sign-up.resumed", subjectId: resumed.id });
    return token;
  });
}
