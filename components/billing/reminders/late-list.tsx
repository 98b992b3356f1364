import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import type { UnpaidInvoice } from "@/lib/billing/reminders/queries";
import { daysInWords, nextInWords, sentInWords } from "./reminder-words";

const columns = [
  { label: "Famille", phone: "lead" },
  { label: "Facture" },
  { label: "Retard" },
  { label: "Relances" },
  { label: "Suite" },
  { label: "Reste à payer", phone: "amount", end: true },
] as const;

/** Late invoices that need no reminder now, with what each of them waits for. */
export function LateList({ invoices }: { invoices: UnpaidInvoice[] }) {
  return (
    <Card className="overflow-x-auto">
      <ListTable
        caption="Factures en retard"
        columns={[...columns]}
        rows={invoices.map((invoice) => ({
          key: invoice.id,
          cells: [
            <Link
              key="family"
              href={`/admin/familles/${invoice.householdId}`}
              className="inline-block py-0.5 font-semibold underline underline-offset-3"
            >
              {invoice.household}
            </Link>,
            <Link
              key="number"
              href={`/admin/facturation/factures/${invoice.id}`}
              className="inline-block py-0.5 underline underline-offset-3"
            >
              {invoice.number}
            </Link>,
            daysInWords(invoice.daysLate),
            sentInWords(invoice),
            nextInWords(invoice),
            <Money key="due" cents={invoice.dueCents} />,
          ],
        }))}
      />
    </Card>
  );
}
