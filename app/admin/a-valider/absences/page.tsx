import { Thermometer } from "lucide-react";
import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Queue } from "@/components/queue/queue";
import { absenceItem } from "@/components/reservations/absence-item";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { decideAbsenceAction } from "@/lib/reservations/absences/actions";
import { listWaitingAbsences } from "@/lib/reservations/absences/queries";

export const metadata: Metadata = { title: "Absences à décider" };

const words = {
  accept: "Excuser",
  refuse: "Garder facturée",
  accepted: "Absence excusée",
  refused: "Absence gardée facturée",
};
const reasons = ["Le justificatif est illisible.", "Il ne concerne pas ces jours.", "Il n’est pas arrivé à temps."];

export default async function AbsencesPage() {
  const ctx = await requireAgent("requests:review");
  const [shell, waiting] = await Promise.all([getAdminShell(ctx), listWaitingAbsences(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="a-valider">
      <PageTitle
        title="Absences à décider"
        lead="Les absences déclarées par les familles : d’abord celles dont le justificatif est arrivé."
      />
      {waiting.length > 0 ? (
        <Queue
          label="Absences à décider"
          items={waiting.map((absence) => absenceItem(absence, ctx.now))}
          decide={decideAbsenceAction}
          words={words}
          reasons={reasons}
        />
      ) : (
        <EmptyState icon={Thermometer} title="Rien n’attend">
          Les absences à excuser ou à garder facturées arrivent ici.
        </EmptyState>
      )}
    </AdminShell>
  );
}
