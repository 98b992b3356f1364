import { FileDown, History } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { plainDate, spanInWords } from "@/lib/core/format-date";

export type SettledInvoice = {
  id: string;
  kind: "invoice" | "credit_note";
  number: string;
  issuedOn: string;
  periodFrom: string;
  periodTo: string;
  totalCents: number;
  /** Civil date of the last payment. */
  settledOn: string | null;
};

const columns = [
  { label: "Numéro", phone: "lead" },
  { label: "Émise le" },
  { label: "Réglée le" },
  { label: "Total", phone: "amount", end: true },
  { label: "PDF", phone: "action", end: true },
] as const;

/** Invoices paid, and credit notes: what one comes back for months later. */
export function SettledInvoices({ invoices }: { invoices: SettledInvoice[] }) {
  if (invoices.length === 0) {
    return (
      <EmptyState icon={History} title="Aucune facture réglée pour l’instant">
        Une fois payées, vos factures se retrouvent ici, avec leur détail et leur PDF.
      </EmptyState>
    );
  }
  return (
    <Card>
      <ListTable
        caption="Factures réglées et avoirs"
        columns={[...columns]}
        rows={invoices.map(({ id, kind, number, issuedOn, totalCents, settledOn, ...period }) => ({
          key: id,
          cells: [
            <span key="number" className="grid">
              <span className="flex flex-wrap items-center gap-x-2">
                <Link href={`/factures/${id}`} className="font-semibold break-all underline underline-offset-3">
                  {number}
                </Link>
                {kind === "credit_note" && <Tag tone="wait">Avoir</Tag>}
              </span>
              <span className="text-sm font-normal text-ink-2">{spanInWords(period.periodFrom, period.periodTo)}</span>
            </span>,
            <span key="issued">
              <span className="sm:hidden">Émise le </span>
              {plainDate(issuedOn)}
            </span>,
            settledOn && (
              <span key="settled">
                <span className="sm:hidden">Réglée le </span>
                {plainDate(settledOn)}
              </span>
            ),
            <Money key="total" cents={kind === "credit_note" ? -totalCents : totalCents} />,
            <a
              key="pdf"
              href={`/api/factures/${id}/pdf`}
              className="inline-flex min-h-9 items-center gap-1.5 font-semibold text-primary-strong underline decoration-1 underline-offset-3"
            >
              <FileDown className="size-4" />
              <span className="sr-only">Télécharger {number} en </span>PDF
            </a>,
          ],
        }))}
      />
    </Card>
  );
}
