import { randomUUID } from "node:crypto";
import { SquarePen } from "lucide-react";
import type { Metadata } from "next";
import { ObserveForm } from "@/components/accounts/observe-form";
import { HouseholdInvoices } from "@/components/billing/invoices/household-invoices";
import { MovementsList } from "@/components/billing/movements-list";
import { ReceiptsList } from "@/components/billing/receipts-list";
import { RefundForm } from "@/components/billing/refunds/refund-form";
import { HouseholdThreads } from "@/components/contact/household-threads";
import { DeliverForm } from "@/components/documents/deliveries/deliver-form";
import { DeliveredList } from "@/components/documents/deliveries/delivered-list";
import { EnrollForm } from "@/components/enrollments/enroll-form";
import { AddMember } from "@/components/families/add-member";
import { Block } from "@/components/families/household/block";
import { ComingList } from "@/components/families/household/coming-list";
import { EnrolmentsList } from "@/components/families/household/enrolments-list";
import { FactsList } from "@/components/families/household/facts-list";
import { HistoryList } from "@/components/families/household/history-list";
import { MembersList } from "@/components/families/household/members-list";
import { PapersList } from "@/components/families/household/papers-list";
import { PricingForms } from "@/components/families/household/pricing-forms";
import { WaitingList } from "@/components/families/household/waiting-list";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pages } from "@/components/ui/pages";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import { listFilterInput } from "@/lib/core/list-filter-input";
import { wordsOf } from "@/lib/families/changes/rules";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { getHouseholdPage } from "@/lib/reporting/household-page";
import { PAGE_SIZE } from "@/lib/reporting/queries/household-history";

export const metadata: Metadata = { title: "Famille" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HouseholdPage({ params, searchParams }: Props) {
  const ctx = await requireAgent("families:read");
  const { id } = await params;
  const asked = await searchParams;
  const { page } = listFilterInput.parse(asked);
  const [shell, view] = await Promise.all([getAdminShell(ctx), foundOr404(getHouseholdPage(ctx, id, page))]);
  const {
    file,
    facts,
    enrolments,
    enrollable,
    coming,
    papers,
    delivered,
    accounts,
    invoices,
    receipts,
    threads,
    history,
  } = view;

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle title={`Famille ${file.name}`} lead={file.members.map(({ firstName }) => firstName).join(", ")}>
        {isAllowed(ctx.actor, "contact:write") && (
          <ButtonLink href={`/admin/contact/nouveau?foyer=${id}`} size="small">
            <SquarePen className="size-4" />
            Écrire à cette famille
          </ButtonLink>
        )}
        {isAllowed(ctx.actor, "payments:collect") && (
          <ButtonLink href={`/admin/regie/encaisser?famille=${id}`} variant="primary">
            Encaisser
          </ButtonLink>
        )}
        {isAllowed(ctx.actor, "receipts:read") && (
          <ButtonLink href={`/admin/familles/${id}/attestations`}>Attestations</ButtonLink>
        )}
        {isAllowed(ctx.actor, "reservations:write") && (
          <ButtonLink href={`/admin/familles/${id}/reservations`} variant="primary">
            Réserver, annuler
          </ButtonLink>
        )}
        <ObserveForm householdId={id} />
      </PageTitle>
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_24rem]">
        <div className="grid min-w-0 gap-4">
          <Card aria-labelledby="membres">
            <h2 id="membres" className="px-5 pt-4 pb-1">
              Membres
            </h2>
            <MembersList
              members={file.members}
              seesHealth={isAllowed(ctx.actor, "health:read")}
              accountsPath={isAllowed(ctx.actor, "accounts:review") ? `/admin/familles/${id}/comptes` : undefined}
            />
          </Card>
          {isAllowed(ctx.actor, "household:write") && (
            <AddMember householdId={id} adding={String(asked.ajouter ?? "")} />
          )}
          {invoices && invoices.length > 0 && <HouseholdInvoices invoices={invoices} today={dateOf(ctx.now)} />}
          {accounts?.map((account) => {
            const { revenueOfficeId, name, balanceCents } = account;
            return (
              <div key={revenueOfficeId} className="grid gap-3">
                <MovementsList account={account} />
                {balanceCents > 0 && isAllowed(ctx.actor, "refunds:request") && (
                  <RefundForm
                    byAgent
                    requestId={randomUUID()}
                    householdId={id}
                    account={{ revenueOfficeId, name, balanceCents }}
                  />
                )}
              </div>
            );
          })}
          {receipts && receipts.length > 0 && <ReceiptsList receipts={receipts} />}
          {coming && (
            <Block id="a-venir" title="Réservations à venir">
              <ComingList coming={coming} />
            </Block>
          )}
          <Block id="inscriptions" title="Inscriptions">
            <EnrolmentsList
              enrolments={enrolments}
              today={isAllowed(ctx.actor, "enrollments:review") ? dateOf(ctx.now) : undefined}
            />
            {enrollable && (
              <div className="mt-3">
                <EnrollForm householdId={id} offers={enrollable} />
              </div>
            )}
          </Block>
        </div>
        <div className="grid min-w-0 gap-4">
          <Block id="foyer" title="Foyer">
            <FactsList facts={facts} address={wordsOf("household.address", file.values["household.address"] ?? null)} />
            {isAllowed(ctx.actor, "families:write") && (
              <PricingForms householdId={id} tariffCategory={facts.tariffCategory} today={dateOf(ctx.now)} />
            )}
          </Block>
          {threads && (
            <Block id="echanges" title="Échanges">
              <HouseholdThreads threads={threads} now={ctx.now} />
            </Block>
          )}
          <Block id="modifications" title="Modifications demandées">
            <WaitingList changes={file.changes} members={file.members} />
          </Block>
          {papers && (
            <Block id="pieces" title="Pièces">
              <PapersList asked={papers} />
            </Block>
          )}
          {delivered && (
            <Block id="deposes" title="Documents de la structure">
              <DeliveredList
                delivered={delivered}
                householdId={id}
                isEditable={isAllowed(ctx.actor, "publications:write")}
              />
              {isAllowed(ctx.actor, "publications:write") && <DeliverForm householdId={id} clientKey={randomUUID()} />}
            </Block>
          )}
        </div>
      </div>
      <Block id="historique" title="Historique" className="mt-4">
        <HistoryList events={history.events} />
        <Pages
          page={page}
          pages={Math.ceil(history.total / PAGE_SIZE)}
          addressOf={(page) => `/admin/familles/${id}?page=${page}#historique`}
        />
      </Block>
    </AdminShell>
  );
}
