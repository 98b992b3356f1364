import { FileDown, Mail } from "lucide-react";
import type { Metadata } from "next";
import { ImportsList } from "@/components/accounts/imports/imports-list";
import { UploadImportForm } from "@/components/accounts/imports/upload-import-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { listImports } from "@/lib/accounts/imports/queries";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Importer des familles" };

export default async function ImportsPage() {
  const ctx = await requireAgent("imports:run");
  const [shell, imports] = await Promise.all([getAdminShell(ctx), listImports(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle
        title="Importer des familles"
        lead="Un fichier lu, vérifié, essayé sans rien écrire, puis importé. Tout peut être annulé."
      >
        <ButtonLink href="/admin/familles/import/modele" download>
          <FileDown />
          Modèle de fichier
        </ButtonLink>
        <ButtonLink href="/admin/familles/invitations">
          <Mail />
          Invitations
        </ButtonLink>
      </PageTitle>
      <div className="grid items-start gap-4 xl:grid-cols-[26rem_1fr]">
        <Card aria-labelledby="nouveau" className="grid gap-4 p-4 sm:p-6">
          <h2 id="nouveau">Nouvel import</h2>
          <UploadImportForm />
        </Card>
        <section aria-labelledby="imports" className="min-w-0">
          <h2 id="imports" className="mb-3">
            Derniers imports
          </h2>
          <ImportsList imports={imports} now={ctx.now} />
        </section>
      </div>
    </AdminShell>
  );
}
