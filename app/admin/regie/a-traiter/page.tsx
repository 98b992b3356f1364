import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { ClosedIncidents, IncidentCard } from "@/components/billing/office/incident-card";
import { OfficeNav } from "@/components/billing/office/office-nav";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { countOfficeTasks } from "@/lib/billing/office/queries/journal";
import { listIncidents } from "@/lib/billing/office/queries/payment-page";
import { isAllowed } from "@/lib/core/authorize";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Paiements à vérifier" };

export default async function OfficeTasksPage() {
  const ctx = await requireAgent("revenue-office:read");
  const [shell, tasks, open, closed] = await Promise.all([
    getAdminShell(ctx),
    countOfficeTasks(ctx),
    listIncidents(ctx, { closed: false }),
    listIncidents(ctx, { closed: true }),
  ]);
  const canResolve = isAllowed(ctx.actor, "payments:collect");

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="regie">
      <PageTitle title="Paiements à vérifier" lead="Ce que la banque a dit et qui ne va pas de soi." />
      <OfficeNav current="a-traiter" tasks={tasks} canCollect={canResolve} />
      {open.length > 0 ? (
        <div className="grid gap-3">
          {open.map((incident) => (
            <IncidentCard key={incident.id} incident={incident} now={ctx.now} canResolve={canResolve} />
          ))}
        </div>
      ) : (
        <EmptyState icon={CircleCheck} title="Rien n’attend">
          Tous les paiements correspondent à ce qui était demandé.
        </EmptyState>
      )}
      <ClosedIncidents incidents={closed} />
    </AdminShell>
  );
}
