import { FileCheck } from "lucide-react";
import type { Metadata } from "next";
import { waitingItem } from "@/components/documents/waiting-item";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Queue } from "@/components/queue/queue";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { dateOf } from "@/lib/core/calendar";
import { reviewDocumentAction } from "@/lib/documents/actions";
import { listDocumentsToReview } from "@/lib/documents/queries";
import { validUntil } from "@/lib/documents/rules";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Pièces à valider" };

const reasons = ["Illisible.", "Ce n’est pas le document demandé.", "Il est incomplet.", "Il est périmé."];

export default async function DocumentsToReviewPage() {
  const ctx = await requireAgent("documents:review");
  const [shell, waiting] = await Promise.all([getAdminShell(ctx), listDocumentsToReview(ctx)]);
  const today = dateOf(ctx.now);

  const items = waiting.map(({ validity, firstName, lastName, ...document }) => {
    const about = firstName && lastName ? `${firstName} ${lastName}` : null;
    return waitingItem({ ...document, about, until: validUntil(validity, today) }, ctx.now);
  });
  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="a-valider">
      <PageTitle title="Pièces à valider" lead="Les documents que les familles ont envoyés." />
      {items.length > 0 ? (
        <Queue
          label="Pièces à valider"
          items={items}
          decide={reviewDocumentAction}
          words={{ accepted: "Pièce acceptée", refused: "Pièce refusée" }}
          reasons={reasons}
        />
      ) : (
        <EmptyState icon={FileCheck} title="Rien n’attend">
          Les documents envoyés par les familles arrivent ici.
        </EmptyState>
      )}
    </AdminShell>
  );
}
