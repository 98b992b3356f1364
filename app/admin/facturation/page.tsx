import { Settings2 } from "lucide-react";
import type { Metadata } from "next";
import { NewRunForm } from "@/components/billing/runs/new-run-form";
import { OfficesList } from "@/components/billing/runs/offices-list";
import { RunsList } from "@/components/billing/runs/runs-list";
import { UnbilledPeriods } from "@/components/billing/runs/unbilled-periods";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { requireAgent } from "@/lib/auth/gates";
import { listRuns, listUnbilledPeriods } from "@/lib/billing/runs/queries";
import { listBillingOffices } from "@/lib/billing/settings/queries";
import { isAllowed } from "@/lib/core/authorize";
import { addDays, addMonths, dateOf, firstDayOf, lastDayOf, monthOf } from "@/lib/core/calendar";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Facturation" };

const DUE_DAYS = 30;

type Props = { searchParams: Promise<{ reglages?: string }> };

export default async function BillingPage({ searchParams }: Props) {
  const ctx = await requireAgent("invoices:read");
  const [shell, offices, runs, unbilled, { reglages }] = await Promise.all([
    getAdminShell(ctx),
    listBillingOffices(ctx),
    listRuns(ctx),
    listUnbilledPeriods(ctx),
    searchParams,
  ]);
  const mayBill = isAllowed(ctx.actor, "billing:run");
  const ready = offices.filter(({ series }) => series !== null);
  const today = dateOf(ctx.now);
  const month = addMonths(monthOf(today), -1);
  const dueDays = Math.max(...ready.map(({ dueDays }) => dueDays ?? DUE_DAYS), 0) || DUE_DAYS;
  const defaults = { periodFrom: firstDayOf(month), periodTo: lastDayOf(month), dueOn: addDays(today, dueDays) };

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="facturation">
      <PageTitle title="Facturation" lead="Préparez, relisez, puis émettez les factures d’une période.">
        <ButtonLink href="/admin/facturation/impayes">Impayés et relances</ButtonLink>
        <ButtonLink href="/admin/facturation/factures">Toutes les factures</ButtonLink>
        <ButtonLink href="/admin/facturation/attestations">Attestations fiscales</ButtonLink>
      </PageTitle>
      <div className="grid gap-6">
        {reglages === "enregistres" && <Notice tone="success" role="status" title="Les réglages sont enregistrés." />}
        <UnbilledPeriods periods={unbilled} />
        {mayBill && ready.length > 0 && (
          <Card className="p-5" aria-labelledby="nouvelle">
            <h2 id="nouvelle" className="mb-4">
              Nouvelle facturation
            </h2>
            <NewRunForm offices={ready} defaults={defaults} />
          </Card>
        )}
        <section aria-labelledby="passees">
          <h2 id="passees" className="mb-3">
            Facturations
          </h2>
          <RunsList runs={runs} />
        </section>
        <section aria-labelledby="numerotation">
          <h2 id="numerotation" className="mb-3 flex items-center gap-2">
            <Settings2 className="text-ink-2" />
            Numérotation et mentions
          </h2>
          <OfficesList offices={offices} today={today} mayBill={mayBill} />
        </section>
      </div>
    </AdminShell>
  );
}
