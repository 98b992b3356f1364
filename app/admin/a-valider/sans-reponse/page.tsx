import { CalendarCheck } from "lucide-react";
import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { UnansweredTable } from "@/components/reservations/unanswered-table";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { listUnanswered } from "@/lib/reservations/approvals/queries";

export const metadata: Metadata = { title: "Demandes restées sans réponse" };

export default async function UnansweredPage() {
  const ctx = await requireAgent("requests:review");
  const [shell, requests] = await Promise.all([getAdminShell(ctx), listUnanswered(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="a-valider">
      <PageTitle
        title="Demandes restées sans réponse"
        lead="Depuis trente jours : le service a commencé avant qu’un agent ne réponde. La place a été rendue, et la famille prévenue que l’enfant n’y était pas attendu."
        back={{ href: "/admin/a-valider/demandes", label: "Demandes à valider" }}
      />
      {requests.length > 0 ? (
        <UnansweredTable requests={requests} />
      ) : (
        <EmptyState icon={CalendarCheck} title="Aucune">
          Toutes les demandes ont reçu une réponse avant leur service.
        </EmptyState>
      )}
    </AdminShell>
  );
}
