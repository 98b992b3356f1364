import { CalendarCheck, History } from "lucide-react";
import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Queue } from "@/components/queue/queue";
import { demandItem } from "@/components/reservations/demand-item";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { decideDemandsAction } from "@/lib/reservations/approvals/actions";
import { listDemands } from "@/lib/reservations/approvals/queries";

export const metadata: Metadata = { title: "Demandes à valider" };

const reasons = [
  "Le dossier n’est pas complet.",
  "Le groupe est complet ce jour-là.",
  "Les repas sont déjà commandés.",
];

export default async function DemandsPage() {
  const ctx = await requireAgent("requests:review");
  const [shell, demands] = await Promise.all([getAdminShell(ctx), listDemands(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="a-valider">
      <PageTitle
        title="Demandes à valider"
        lead="Les réservations soumises à votre accord, et les annulations demandées après le délai. Une réservation sans réponse prend fin quand son service commence."
      >
        <ButtonLink href="/admin/a-valider/sans-reponse" size="small">
          <History className="size-4" />
          Restées sans réponse
        </ButtonLink>
      </PageTitle>
      {demands.length > 0 ? (
        <Queue
          label="Demandes à valider"
          items={demands.map((demand) => demandItem(demand, ctx.now))}
          decide={decideDemandsAction}
          words={{ accepted: "Demande acceptée", refused: "Demande refusée" }}
          reasons={reasons}
        />
      ) : (
        <EmptyState icon={CalendarCheck} title="Rien n’attend">
          Les demandes de réservation et d’annulation des familles arrivent ici.
        </EmptyState>
      )}
    </AdminShell>
  );
}
