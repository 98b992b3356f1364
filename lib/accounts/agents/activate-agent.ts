import { and, eq, gt, isNull } from "drizzle-orm";
import { accounts, invitations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { hashPassword } from "@/lib/auth/password";
import { hashToken } from "@/lib/auth/token";
import { authorizeVisitor } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError } from "@/lib/core/errors";
import { findPasswordProblem } from "../strength/rules";
import type { ActivateAgentInput } from "./input";
import { findAgentInvitation } from "./queries";

/** Opens the account of an invited agent, with the role that was given: the link serves once. */
export async function activateAgent(ctx: Context, { token, displayName, password }: ActivateAgentInput) {
  authorizeVisitor(ctx);
  const invitation = await findAgentInvitation(ctx, token);
  if (!invitation) throw new DomainError("link_expired");
  const problem = await findPasswordProblem(password, invitation);
  if (problem) throw new DomainError("invalid_input", { message: problem, fields: { password: [problem] } });
  const passwordHash = await hashPassword(password);

  await inTransaction(ctx, async (ctx) => {
    const { email, role } = await useUp(ctx, token);
    const accountId = await openAccount(ctx, { email, role, displayName, passwordHash });
    await recordEvent(ctx, { type: "agent.activated", subjectId: accountId, data: { role } });
  });
  return { email: invitation.email };
}

/** Nobody else may have used the link meanwhile. */
async function useUp({ db, now }: Context, token: string) {
  const [used] = await db
    .update(invitations)
    .set({ usedAt: now })
    .where(and(eq(invitations.tokenHash, hashToken(token)), isNull(invitations.usedAt), gt(invitations.expiresAt, now)))
    .returning({ email: invitations.email, role: invitations.role });
  if (!used) throw new DomainError("link_expired");
  return used;
}

type NewAgent = Pick<typeof accounts.$inferInsert, "email" | "role" | "displayName" | "passwordHash">;

async function openAccount(ctx: Context, agent: NewAgent): Promise<string> {
  try {
    const [account] = await inTransaction(ctx, ({ db, now }) =>
      db
        .insert(accounts)
        .values({ ...agent, createdAt: now })
        .returning({ id: accounts.id }),
    );
    if (!account) throw new DomainError("link_expired");
    return account.id;
  } catch (error) {
    if (violatedConstraint(error) === "accounts_email_unique") throw new DomainError("address_taken");
    throw error;
  }
}
