import type { Metadata } from "next";
import { JournalFilters } from "@/components/billing/office/journal-filters";
import { JournalList } from "@/components/billing/office/journal-list";
import { MeansTotals } from "@/components/billing/office/means-totals";
import { OfficeNav } from "@/components/billing/office/office-nav";
import { TakingsChart } from "@/components/billing/office/takings-chart";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Pages } from "@/components/ui/pages";
import { requireAgent } from "@/lib/auth/gates";
import { journalFilterInput } from "@/lib/billing/office/input";
import { countOfficeTasks, getTotals, listJournal, listOffices, PAGE_SIZE } from "@/lib/billing/office/queries/journal";
import { listTakings } from "@/lib/billing/office/queries/takings";
import { periodOf } from "@/lib/billing/office/rules";
import { isAllowed } from "@/lib/core/authorize";
import { numericDate } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Régie" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RevenueOfficePage({ searchParams }: Props) {
  const ctx = await requireAgent("revenue-office:read");
  const filter = journalFilterInput.parse(await searchParams);
  const period = periodOf(filter, ctx.now);
  const { regie: officeId, moyen: means, etat: state } = filter;
  const [shell, tasks, offices, totals, takings, journal] = await Promise.all([
    getAdminShell(ctx),
    countOfficeTasks(ctx),
    listOffices(ctx),
    getTotals(ctx, { period, officeId }),
    listTakings(ctx, { period, officeId }),
    listJournal(ctx, { period, officeId, means, state }, filter.page),
  ]);
  const addressOf = (page: number) =>
    `/admin/regie?${new URLSearchParams({
      du: period.from,
      au: period.to,
      ...(officeId && { regie: officeId }),
      ...(means && { moyen: means }),
      etat: state,
      page: `${page}`,
    })}`;

  const office = offices.find(({ id }) => id === officeId);
  const where = office ? office.name : offices.length > 1 ? "toutes les régies" : "";
  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="regie">
      <PageTitle title="Régie" lead={<span role="status">{countInWords(journal.total)}</span>} />
      <OfficeNav current="journal" tasks={tasks} canCollect={isAllowed(ctx.actor, "payments:collect")} />
      <JournalFilters filter={filter} period={period} offices={offices} />
      <MeansTotals
        totals={totals}
        title={`Encaissé du ${numericDate(period.from)} au ${numericDate(period.to)}${where && `, ${where}`}`}
      />
      <TakingsChart takings={takings} period={period} />
      <JournalList rows={journal.rows} told={{ office: !office && offices.length > 1, state: state !== "encaisses" }} />
      <Pages page={filter.page} pages={Math.ceil(journal.total / PAGE_SIZE)} addressOf={addressOf} />
    </AdminShell>
  );
}

const countInWords = (total: number) => (total === 1 ? "1 paiement" : `${total.toLocaleString("fr-FR")} paiements`);
