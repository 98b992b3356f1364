import { PencilLine } from "lucide-react";
import type { Metadata } from "next";
import { changeItem } from "@/components/families/change-item";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Queue } from "@/components/queue/queue";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { decideChangeAction } from "@/lib/families/changes/actions";
import { listWaitingChanges } from "@/lib/families/changes/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Modifications à valider" };

const reasons = ["Envoyez-nous un justificatif.", "Il s’agit sans doute d’une erreur de frappe."];

export default async function ChangesToReviewPage() {
  const ctx = await requireAgent("changes:review");
  const [shell, waiting] = await Promise.all([getAdminShell(ctx), listWaitingChanges(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="a-valider">
      <PageTitle title="Modifications à valider" lead="Ce que les familles demandent à changer dans leur dossier." />
      {waiting.length > 0 ? (
        <Queue
          label="Modifications à valider"
          items={waiting.map((change) => changeItem(change, ctx.now))}
          decide={decideChangeAction}
          words={{ accepted: "Modification acceptée", refused: "Modification refusée" }}
          reasons={reasons}
        />
      ) : (
        <EmptyState icon={PencilLine} title="Rien n’attend">
          Les modifications demandées par les familles arrivent ici.
        </EmptyState>
      )}
    </AdminShell>
  );
}
