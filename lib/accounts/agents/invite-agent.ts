import { and, eq, isNull } from "drizzle-orm";
import { accounts, invitations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { hashToken, newToken } from "@/lib/auth/token";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { notify } from "@/lib/notifications/notify";
import { invitationDeadline } from "../invitations/rules";
import type { InviteAgentInput } from "./input";

/** Sends a future agent a link of seven days that opens their account; an earlier one at the same address dies. */
export async function inviteAgent(ctx: Context, { email, role }: InviteAgentInput): Promise<void> {
  authorize(ctx, "accounts:write");

  await inTransaction(ctx, async (ctx) => {
    const [taken] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
    if (taken) throw new DomainError("address_taken");

    await ctx.db
      .update(invitations)
      .set({ usedAt: ctx.now })
      .where(and(eq(invitations.email, email), eq(invitations.kind, "agent"), isNull(invitations.usedAt)));
    const token = newToken();
    const tokenHash = hashToken(token);
    await ctx.db.insert(invitations).values({
      tokenHash,
      kind: "agent",
      email,
      role,
      createdBy: "accountId" in ctx.actor ? ctx.actor.accountId : null,
      createdAt: ctx.now,
      expiresAt: invitationDeadline(ctx.now),
    });
    await recordEvent(ctx, { type: "agent.invited", subjectId: hashToken(email), data: { role } });
    await notify(ctx, {
      template: "agent-invitation",
      recipient: email,
      payload: { url: `${env().appUrl}/invitation/${token}` },
      dedupeKey: `agent-invitation:${tokenHash}`,
    });
  });
}
