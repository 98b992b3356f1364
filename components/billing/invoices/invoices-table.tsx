import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { searchInvoices } from "@/lib/billing/invoices/queries/office";
import { numericDate } from "@/lib/core/format-date";

type Row = Awaited<ReturnType<typeof searchInvoices>>["invoices"][number];

const columns = [
  { label: "Numéro", phone: "lead" },
  { label: "Famille" },
  { label: "Régie" },
  { label: "Émise le", told: true },
  { label: "Payer avant", told: true },
  { label: "Total", end: true, told: true },
  { label: "Reste à payer", phone: "amount", end: true },
] as const;

/** Invoices and credit notes of every family. */
export function InvoicesTable({ invoices, today }: { invoices: Row[]; today: string }) {
  if (invoices.length === 0) return <p className="py-6 text-ink-2">Aucune facture ne correspond.</p>;
  return (
    <Card className="overflow-x-auto">
      <ListTable
        caption="Factures et avoirs"
        columns={[...columns]}
        rows={invoices.map(
          ({ id, kind, number, householdId, household, office, issuedOn, dueOn, totalCents, dueCents }) => ({
            key: id,
            cells: [
              <span key="number" className="inline-flex flex-wrap items-center gap-2">
                <Link href={`/admin/facturation/factures/${id}`} className="font-semibold underline underline-offset-3">
                  {number}
                </Link>
                {kind === "credit_note" && <Tag tone="wait">Avoir</Tag>}
              </span>,
              <Link key="family" href={`/admin/familles/${householdId}`} className="underline underline-offset-3">
                {household}
              </Link>,
              office,
              numericDate(issuedOn),
              dueOn && (
                <span key="due" className="inline-flex items-center gap-2">
                  {numericDate(dueOn)}
                  {dueCents > 0 && dueOn < today && <Tag tone="cancel">En retard</Tag>}
                </span>
              ),
              <Money key="total" cents={kind === "credit_note" ? -totalCents : totalCents} />,
              <strong key="left">
                <Money cents={dueCents} />
              </strong>,
            ],
          }),
        )}
      />
    </Card>
  );
}
