import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { listHouseholdInvoices } from "@/lib/billing/invoices/queries/office";
import { numericDate } from "@/lib/core/format-date";

type Row = Awaited<ReturnType<typeof listHouseholdInvoices>>[number];

const columns = [
  { label: "Numéro", phone: "lead" },
  { label: "Émise le" },
  { label: "Payer avant" },
  { label: "Total", end: true },
  { label: "Reste à payer", phone: "amount", end: true },
] as const;

/** The last invoices of one household, on its page. */
export function HouseholdInvoices({ invoices, today }: { invoices: Row[]; today: string }) {
  const due = invoices.reduce((sum, { dueCents }) => sum + dueCents, 0);
  return (
    <Card aria-labelledby="factures">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 px-5 pt-4 pb-1">
        <h2 id="factures">Factures</h2>
        <p>
          Reste à payer{" "}
          <strong className="text-lg">
            <Money cents={due} />
          </strong>
        </p>
      </div>
      <ListTable
        caption="Factures et avoirs de la famille"
        columns={[...columns]}
        rows={invoices.map(({ id, kind, number, issuedOn, dueOn, totalCents, dueCents }) => ({
          key: id,
          cells: [
            <span key="number" className="inline-flex flex-wrap items-center gap-2">
              <Link href={`/admin/facturation/factures/${id}`} className="font-semibold underline underline-offset-3">
                {number}
              </Link>
              {kind === "credit_note" && <Tag tone="wait">Avoir</Tag>}
            </span>,
            numericDate(issuedOn),
            dueOn && (
              <span key="due" className="inline-flex items-center gap-2">
                {numericDate(dueOn)}
                {dueCents > 0 && dueOn < today && <Tag tone="cancel">En retard</Tag>}
              </span>
            ),
            <Money key="total" cents={kind === "credit_note" ? -totalCents : totalCents} />,
            <Money key="left" cents={dueCents} />,
          ],
        }))}
      />
    </Card>
  );
}
