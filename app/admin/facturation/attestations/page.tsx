import type { Metadata } from "next";
import { AnnouncementForm } from "@/components/billing/certificates/announcement-form";
import { AskBatchForm } from "@/components/billing/certificates/ask-batch-form";
import { BatchesList } from "@/components/billing/certificates/batches-list";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { getAnnouncement } from "@/lib/billing/certificates/announcements/queries";
import { listBatches } from "@/lib/billing/certificates/batches/queries";
import { isAllowed } from "@/lib/core/authorize";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Attestations fiscales" };

export default async function TaxCertificatesPage() {
  const ctx = await requireAgent("revenue-office:read");
  const [shell, announcement, batches] = await Promise.all([
    getAdminShell(ctx),
    getAnnouncement(ctx),
    listBatches(ctx),
  ]);
  const mayIssue = isAllowed(ctx.actor, "certificates:issue");
  const isMaking = batches.some(({ status }) => status === "making");

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="facturation">
      <PageTitle
        title="Attestations fiscales"
        lead="Ce que chaque famille a payé dans l’année pour la garde d’un enfant de moins de six ans, sans les repas."
        back={{ href: "/admin/facturation", label: "Facturation" }}
      />
      <div className="grid gap-6">
        {isAllowed(ctx.actor, "billing:run") && (
          <Card className="p-5" aria-labelledby="prevenir">
            <h2 id="prevenir" className="mb-3">
              Prévenir les familles
            </h2>
            <AnnouncementForm {...announcement} />
          </Card>
        )}
        {mayIssue && !isMaking && (
          <Card className="p-5" aria-labelledby="ensemble">
            <h2 id="ensemble" className="mb-3">
              Toutes les attestations en un fichier
            </h2>
            <AskBatchForm years={[0, 1, 2].map((back) => announcement.year - back)} />
          </Card>
        )}
        <BatchesList batches={batches} mayIssue={mayIssue} />
      </div>
    </AdminShell>
  );
}
