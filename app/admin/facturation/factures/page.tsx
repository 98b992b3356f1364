import type { Metadata } from "next";
import { InvoicesTable } from "@/components/billing/invoices/invoices-table";
import { SearchAsYouType } from "@/components/form/search-as-you-type";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Pages } from "@/components/ui/pages";
import { Tabs } from "@/components/ui/tabs";
import { requireAgent } from "@/lib/auth/gates";
import { type InvoiceFilter, PAGE_SIZE, searchInvoices } from "@/lib/billing/invoices/queries/office";
import { dateOf } from "@/lib/core/calendar";
import { listFilterInput } from "@/lib/core/list-filter-input";
import { formatEuros } from "@/lib/core/money";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Factures" };

const tabs: { filter: InvoiceFilter; label: string }[] = [
  { filter: "toutes", label: "Toutes" },
  { filter: "dues", label: "À payer" },
  { filter: "retard", label: "En retard" },
  { filter: "avoirs", label: "Avoirs" },
];

type Props = { searchParams: Promise<{ q?: string; page?: string; liste?: string }> };

export default async function AllInvoicesPage({ searchParams }: Props) {
  const ctx = await requireAgent("invoices:read");
  const asked = await searchParams;
  const { q, page } = listFilterInput.parse(asked);
  const filter = tabs.find(({ filter }) => filter === asked.liste)?.filter ?? "toutes";
  const [shell, { invoices, found, sumCents }] = await Promise.all([
    getAdminShell(ctx),
    searchInvoices(ctx, { text: q, filter, page }),
  ]);
  const addressOf = (filter: InvoiceFilter, page = 1) =>
    `/admin/facturation/factures?${new URLSearchParams({ liste: filter, ...(q && { q }), ...(page > 1 && { page: `${page}` }) })}`;

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="facturation">
      <PageTitle
        title="Factures"
        lead={<span role="status">{foundInWords(filter, found, sumCents)}</span>}
        back={{ href: "/admin/facturation", label: "Facturation" }}
      />
      <SearchAsYouType
        path="/admin/facturation/factures"
        label="Chercher une facture"
        hint="Numéro, ou nom de la famille."
        value={q}
      />
      <Tabs
        label="Factures"
        tabs={tabs.map(({ filter: tab, label }) => ({ href: addressOf(tab), label, isCurrent: tab === filter }))}
      />
      <InvoicesTable invoices={invoices} today={dateOf(ctx.now)} />
      <Pages page={page} pages={Math.ceil(found / PAGE_SIZE)} addressOf={(page) => addressOf(filter, page)} />
    </AdminShell>
  );
}

/** "12 factures" or, where a sum means something, "12 factures, 345,60 € à payer". */
function foundInWords(filter: InvoiceFilter, found: number, sumCents: number | null): string {
  const noun = filter === "avoirs" ? "avoir" : "facture";
  const count = `${found.toLocaleString("fr-FR")} ${noun}${found > 1 ? "s" : ""}`;
  if (sumCents === null) return count;
  return `${count}, ${formatEuros(sumCents)}${filter === "avoirs" ? "" : " à payer"}`;
}
