import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { CartsToConfirm } from "@/components/billing/carts-to-confirm";
import { CashCeiling } from "@/components/billing/office/cash-ceiling";
import { CounterDesk } from "@/components/billing/office/counter-desk";
import { OfficeNav } from "@/components/billing/office/office-nav";
import { HouseholdList } from "@/components/families/household-list";
import { SearchAsYouType } from "@/components/form/search-as-you-type";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { listCartsAtCounter } from "@/lib/billing/cart/queries";
import { counterFilterInput } from "@/lib/billing/counter/input";
import { getCounter } from "@/lib/billing/counter/queries";
import { listOpenDays } from "@/lib/billing/office/queries/closings";
import { countOfficeTasks } from "@/lib/billing/office/queries/journal";
import { getPaymentPage } from "@/lib/billing/office/queries/payment-page";
import { formatEuros } from "@/lib/core/money";
import { searchHouseholds } from "@/lib/families/queries/search-households";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Encaisser" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PATH = "/admin/regie/encaisser";

export default async function CounterPage({ searchParams }: Props) {
  const ctx = await requireAgent("payments:collect");
  const { famille, regie, q, quittance } = counterFilterInput.parse(await searchParams);
  const [shell, tasks, counter, carts, found, taken, open] = await Promise.all([
    getAdminShell(ctx),
    countOfficeTasks(ctx),
    famille ? foundOr404(getCounter(ctx, famille)) : undefined,
    famille ? listCartsAtCounter(ctx, famille) : undefined,
    !famille && q ? searchHouseholds(ctx, { text: q, page: 1 }) : undefined,
    quittance ? foundOr404(getPaymentPage(ctx, quittance)) : undefined,
    listOpenDays(ctx),
  ]);
  // The régie that the family owes most to comes first.
  const owed = counter?.desks.toSorted((a, b) => sumOf(b.invoices) - sumOf(a.invoices))[0];

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="regie">
      <PageTitle title="Encaisser" lead="Un paiement reçu au guichet, avec sa quittance." />
      <OfficeNav current="encaisser" tasks={tasks} canCollect />
      <div className="grid gap-4">
        <CashCeiling days={open} />
        {taken && (
          <Notice
            tone="success"
            role="status"
            title={`${formatEuros(taken.amountCents)} encaissés, famille ${taken.household}`}
            action={
              <>
                <ButtonLink href={`/api/recus/${taken.receiptId}/pdf`} variant="primary">
                  Télécharger la quittance
                </ButtonLink>
                <ButtonLink href={`/admin/regie/paiements/${taken.id}`}>Voir le paiement</ButtonLink>
              </>
            }
          >
            Quittance n° {taken.receiptNumber}. {taken.subject}.
          </Notice>
        )}
        {famille && carts && <CartsToConfirm householdId={famille} carts={carts} />}
        {counter ? (
          <CounterDesk counter={counter} officeId={regie ?? owed?.id ?? ""} submissionKey={randomUUID()} />
        ) : (
          <div>
            <SearchAsYouType
              path={PATH}
              label="Quelle famille paie ?"
              hint="Nom, enfant, téléphone, adresse e-mail ou numéro de reçu."
              value={q}
            />
            {found && <HouseholdList households={found.households} text={q} hrefOf={(id) => `${PATH}?famille=${id}`} />}
          </div>
        )}
      </div>
    </AdminShell>
  );
}

const sumOf = (invoices: { dueCents: number }[]) => invoices.reduce((sum, { dueCents }) => sum + dueCents, 0);
