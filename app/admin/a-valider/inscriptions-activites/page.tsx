import { GraduationCap } from "lucide-react";
import type { Metadata } from "next";
import { enrollmentItem } from "@/components/enrollments/waiting-item";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Queue } from "@/components/queue/queue";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { decideEnrollmentAction } from "@/lib/enrollments/actions";
import { listWaitingEnrollments } from "@/lib/enrollments/queries/waiting";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Inscriptions aux activités à valider" };

const reasons = [
  "Il n’y a plus de place pour cette période.",
  "Cette activité est réservée aux enfants de la commune.",
  "L’enfant n’a pas l’âge de cette activité.",
];

export default async function EnrollmentsToReviewPage() {
  const ctx = await requireAgent("enrollments:review");
  const [shell, waiting] = await Promise.all([getAdminShell(ctx), listWaitingEnrollments(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="a-valider">
      <PageTitle
        title="Inscriptions aux activités"
        lead="Les enfants que leurs parents demandent à inscrire, dossier complet."
      />
      {waiting.length > 0 ? (
        <Queue
          label="Inscriptions aux activités à valider"
          items={waiting.map((one) => enrollmentItem(one, ctx.now))}
          decide={decideEnrollmentAction}
          words={{ accept: "Inscrire", accepted: "Enfant inscrit", refused: "Demande refusée" }}
          reasons={reasons}
        />
      ) : (
        <EmptyState icon={GraduationCap} title="Rien n’attend">
          Les demandes d’inscription aux activités qui veulent votre accord arrivent ici.
        </EmptyState>
      )}
    </AdminShell>
  );
}
