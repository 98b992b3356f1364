import type { Metadata } from "next";
import { RunHouseholds } from "@/components/billing/runs/run-households";
import { RunSummary } from "@/components/billing/runs/run-summary";
import { runStatuses } from "@/components/billing/runs/run-words";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Pages } from "@/components/ui/pages";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getRun, listRunHouseholds, PAGE_SIZE, type RunFilter } from "@/lib/billing/runs/queries";
import { isAllowed } from "@/lib/core/authorize";
import { numericDate } from "@/lib/core/format-date";
import { listFilterInput } from "@/lib/core/list-filter-input";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Facturation d’une période" };

const tabs: { filter: RunFilter; label: string }[] = [
  { filter: "tous", label: "Toutes les familles" },
  { filter: "alertes", label: "À relire" },
  { filter: "reportes", label: "Reportées" },
  { filter: "echecs", label: "En échec" },
];

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ page?: string; liste?: string; apercu?: string }>;
};

export default async function RunPage({ params, searchParams }: Props) {
  const ctx = await requireAgent("invoices:read");
  const { id } = await params;
  const asked = await searchParams;
  const { page } = listFilterInput.parse(asked);
  const filter = tabs.find(({ filter }) => filter === asked.liste)?.filter ?? "tous";
  const [shell, run] = await Promise.all([getAdminShell(ctx), foundOr404(getRun(ctx, id))]);
  const { households, found } = await listRunHouseholds(ctx, { runId: id, filter, page });
  const mayBill = isAllowed(ctx.actor, "billing:run");
  const addressOf = (filter: RunFilter, page = 1) =>
    `/admin/facturation/${id}?liste=${filter}${page > 1 ? `&page=${page}` : ""}`;
  const counts: Partial<Record<RunFilter, number>> = {
    tous: run.total,
    alertes: run.warned,
    reportes: run.carried.households,
    echecs: run.failed.households,
  };
  const shown = tabs.filter(({ filter: tab }) => tab === "tous" || tab === filter || (counts[tab] ?? 0) > 0);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="facturation">
      <PageTitle
        title={`Du ${numericDate(run.periodFrom)} au ${numericDate(run.periodTo)}`}
        lead={
          <span className="inline-flex flex-wrap items-center gap-2">
            {run.office}
            <Tag tone={runStatuses[run.status].tone}>{runStatuses[run.status].label}</Tag>
          </span>
        }
        back={{ href: "/admin/facturation", label: "Toutes les facturations" }}
      />
      <div className="grid gap-5">
        <RunSummary run={run} mayBill={mayBill} isChanged={asked.apercu === "change"} />
        <section aria-label="Familles">
          <Tabs
            label="Familles de cette facturation"
            tabs={shown.map(({ filter: tab, label }) => ({
              href: addressOf(tab),
              label: `${label} (${counts[tab] ?? 0})`,
              isCurrent: tab === filter,
            }))}
          />
          <RunHouseholds runId={id} households={households} isDraft={run.status === "draft"} mayBill={mayBill} />
          <Pages page={page} pages={Math.ceil(found / PAGE_SIZE)} addressOf={(page) => addressOf(filter, page)} />
        </section>
      </div>
    </AdminShell>
  );
}
