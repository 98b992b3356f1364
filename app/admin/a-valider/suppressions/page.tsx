import { UserRoundX } from "lucide-react";
import type { Metadata } from "next";
import { deletionItem } from "@/components/accounts/deletion/deletion-item";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Queue } from "@/components/queue/queue";
import { EmptyState } from "@/components/ui/empty-state";
import { decideDeletionAction } from "@/lib/accounts/deletion/actions";
import { listDeletions } from "@/lib/accounts/deletion/queries";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Suppressions demandées" };

const reasons = [
  "Il reste des réservations à venir : annulez-les, puis demandez de nouveau.",
  "Il reste une somme à payer : réglez-la, puis demandez de nouveau.",
  "Il reste un crédit sur votre compte : demandez son remboursement d’abord.",
];

export default async function DeletionsPage() {
  const ctx = await requireAgent("accounts:review");
  const [shell, waiting] = await Promise.all([getAdminShell(ctx), listDeletions(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="a-valider">
      <PageTitle
        title="Suppressions demandées"
        lead="Accepter ferme le compte et efface les informations aussitôt ; les pièces comptables restent, sans nom."
      />
      {waiting.length > 0 ? (
        <Queue
          label="Suppressions demandées"
          items={waiting.map((request) => deletionItem(request, ctx.now))}
          decide={decideDeletionAction}
          words={{ accept: "Supprimer", accepted: "Données supprimées", refused: "Demande refusée" }}
          reasons={reasons}
          batch={false}
        />
      ) : (
        <EmptyState icon={UserRoundX} title="Rien n’attend">
          Les demandes de suppression arrivent ici.
        </EmptyState>
      )}
    </AdminShell>
  );
}
