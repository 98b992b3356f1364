import { FolderOpen } from "lucide-react";
import type { Metadata } from "next";
import { AskedList } from "@/components/documents/asked-list";
import { DeliveriesList } from "@/components/documents/deliveries/deliveries-list";
import { DocumentsTabs } from "@/components/documents/documents-tabs";
import { OtherUpload } from "@/components/documents/other-upload";
import { SentList } from "@/components/documents/sent-list";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { requireGuardian } from "@/lib/auth/gates";
import { dateOf } from "@/lib/core/calendar";
import { findSentence } from "@/lib/core/errors";
import { listDeliveries } from "@/lib/documents/deliveries/queries";
import { countNewPublications } from "@/lib/documents/publications/queries";
import { getHouseholdDocuments } from "@/lib/documents/queries";
import { canBeRemoved, isToSend, sentStateOf } from "@/lib/documents/rules";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Documents" };

type Props = { searchParams: Promise<{ envoi?: string; refus?: string }> };

export default async function DocumentsPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const [shell, { asked, sent, children }, delivered, newPublications, { envoi, refus }] = await Promise.all([
    getFamilyShell(ctx, householdId),
    getHouseholdDocuments(ctx, householdId),
    listDeliveries(ctx, householdId),
    countNewPublications(ctx, householdId),
    searchParams,
  ]);
  const today = dateOf(ctx.now);
  const toSend = asked.filter(({ state }) => isToSend(state)).length;

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="documents">
      <PageTitle title="Documents" lead={leadOf(toSend)} />
      <DocumentsTabs current="documents" newPublications={newPublications} />
      <div className="grid gap-8">
        {refus && <Notice tone="error" role="alert" title={findSentence(refus)} />}
        {envoi && <Notice tone="success" role="status" title="Votre fichier est envoyé." />}
        {delivered.length > 0 && (
          <section aria-labelledby="structure">
            <h2 id="structure" className="mb-3">
              Documents de la structure
            </h2>
            <DeliveriesList
              deliveries={delivered.map(({ createdAt, readAt, ...one }) => ({
                ...one,
                sentOn: dateOf(createdAt),
                isRead: readAt !== null,
              }))}
            />
          </section>
        )}
        {asked.length > 0 && (
          <section aria-labelledby="demandes">
            <h2 id="demandes" className="mb-3">
              Ce qui vous est demandé
            </h2>
            <AskedList asked={asked} householdId={householdId} />
          </section>
        )}
        <section aria-labelledby="envois" className="grid gap-3">
          <h2 id="envois">Mes envois</h2>
          {sent.length > 0 ? (
            <SentList
              householdId={householdId}
              sent={sent.map((document) => ({
                ...document,
                sentOn: dateOf(document.createdAt),
                state: sentStateOf(document, today),
                isRemovable: canBeRemoved(document, today),
              }))}
            />
          ) : (
            <EmptyState icon={FolderOpen} title="Rien n’a encore été envoyé">
              Ce que vous envoyez à la structure est gardé ici, avec sa réponse.
            </EmptyState>
          )}
          <Card aria-labelledby="autre-envoi" className="grid gap-3 px-4 py-4 sm:px-5">
            <h3 id="autre-envoi" className="font-semibold">
              Envoyer autre chose
            </h3>
            <OtherUpload householdId={householdId} members={children} />
            <p className="text-sm text-ink-2">
              Photos (JPEG, PNG, HEIC, WebP) ou PDF, 10&nbsp;Mo au plus. Le lieu enregistré dans vos photos est effacé.
            </p>
          </Card>
        </section>
      </div>
    </FamilyShell>
  );
}

const leadOf = (toSend: number) =>
  toSend === 0
    ? "Vous n’avez rien à envoyer."
    : toSend === 1
      ? "Une pièce est à envoyer."
      : `${toSend} pièces sont à envoyer.`;
