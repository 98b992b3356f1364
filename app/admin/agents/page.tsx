import type { Metadata } from "next";
import { AgentList } from "@/components/accounts/agent-list";
import { InviteAgentForm } from "@/components/accounts/invite-agent-form";
import { InvitedAgents } from "@/components/accounts/invited-agents";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { listAgentInvitations, listAgents } from "@/lib/accounts/agents/queries";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Agents" };

export default async function AgentsPage() {
  const ctx = await requireAgent("accounts:write");
  const [shell, agents, invited] = await Promise.all([getAdminShell(ctx), listAgents(ctx), listAgentInvitations(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="agents">
      <PageTitle title="Agents" lead="Un changement de rôle agit tout de suite." />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_19rem]">
        <Card className="text-sm">
          <AgentList agents={agents} ownId={ctx.actor.accountId} />
        </Card>
        <div className="grid gap-4">
          <Card aria-labelledby="inviter" className="grid gap-4 p-5">
            <h2 id="inviter">Inviter un agent</h2>
            <InviteAgentForm />
          </Card>
          {invited.length > 0 && (
            <Card aria-labelledby="invites" className="grid gap-3 p-5">
              <h2 id="invites">Invitations en attente</h2>
              <InvitedAgents invited={invited} />
            </Card>
          )}
        </div>
      </div>
    </AdminShell>
  );
}
