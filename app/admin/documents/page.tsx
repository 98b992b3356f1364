import { FolderOpen } from "lucide-react";
import type { Metadata } from "next";
import { PublishForm } from "@/components/documents/publications/publish-form";
import { PublishedList } from "@/components/documents/publications/published-list";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { dateOf } from "@/lib/core/calendar";
import { listAllPublications, listPlaces } from "@/lib/documents/publications/queries";
import { displayOf } from "@/lib/documents/publications/rules";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Documents publiés" };

export default async function PublicationsPage() {
  const ctx = await requireAgent("publications:write");
  const [shell, publications, places] = await Promise.all([
    getAdminShell(ctx),
    listAllPublications(ctx),
    listPlaces(ctx),
  ]);
  const today = dateOf(ctx.now);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="documents">
      <PageTitle title="Documents publiés" lead="Ce que les familles trouvent dans leurs téléchargements.">
        <ButtonLink href="/admin/documents/adresser" size="small">
          Adresser un document à des familles
        </ButtonLink>
      </PageTitle>
      <div className="grid gap-5">
        <PublishForm {...places} today={today} />
        {publications.length > 0 ? (
          <PublishedList
            published={publications.map(({ fileAt: _, audience: __, fileName: ___, ...publication }) => ({
              ...publication,
              state: displayOf(publication.fromOn, publication.untilOn, today),
            }))}
          />
        ) : (
          <EmptyState icon={FolderOpen} title="Rien n’est publié">
            Publiez un menu, un règlement ou un formulaire : les familles concernées le trouvent aussitôt.
          </EmptyState>
        )}
      </div>
    </AdminShell>
  );
}
