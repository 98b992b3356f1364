import { Download } from "lucide-react";
import type { Metadata } from "next";
import { DocumentsTabs } from "@/components/documents/documents-tabs";
import { PublicationsList } from "@/components/documents/publications/publications-list";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { EmptyState } from "@/components/ui/empty-state";
import { requireGuardian } from "@/lib/auth/gates";
import { dateOf } from "@/lib/core/calendar";
import { listPublications } from "@/lib/documents/publications/queries";
import { groupPublications } from "@/lib/documents/publications/rules";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Téléchargements" };

export default async function DownloadsPage() {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const [shell, publications] = await Promise.all([
    getFamilyShell(ctx, householdId),
    listPublications(ctx, householdId),
  ]);
  const newOnes = publications.filter(({ isNew }) => isNew).length;

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="documents">
      <PageTitle title="Téléchargements" lead="Ce que la structure met à votre disposition." />
      <DocumentsTabs current="telechargements" newPublications={newOnes} />
      {publications.length > 0 ? (
        <PublicationsList
          groups={groupPublications(publications).map(({ title, publications }) => ({
            title,
            publications: publications.map(({ fileAt, ...publication }) => ({ ...publication, putOn: dateOf(fileAt) })),
          }))}
        />
      ) : (
        <EmptyState icon={Download} title="Rien à télécharger pour le moment">
          Menus, règlements et formulaires publiés par la structure arrivent ici.
        </EmptyState>
      )}
    </FamilyShell>
  );
}
