import { FileDown, ReceiptEuro } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { plainDate } from "@/lib/core/format-date";
import { type Means, meansInWords } from "@/lib/payments/rules";

export type ReceiptLine = {
  id: string;
  number: string;
  /** Civil date of the payment. */
  paidOn: string;
  subject: string;
  means: Means | null;
  amountCents: number;
  /** A quittance of the counter that was withdrawn. */
  cancelledAt: Date | null;
};

const columns = [
  { label: "Date" },
  { label: "Objet", phone: "lead" },
  { label: "Moyen" },
  { label: "Montant", phone: "amount", end: true },
  { label: "Reçu", phone: "action", end: true },
] as const;

/** Every payment, online or at the counter, with its receipt. */
export function ReceiptsList({ receipts }: { receipts: ReceiptLine[] }) {
  if (receipts.length === 0) {
    return (
      <EmptyState icon={ReceiptEuro} title="Aucun reçu pour l’instant">
        Après chaque paiement, son reçu se retrouve ici.
      </EmptyState>
    );
  }

  const rows = receipts.map(({ id, number, paidOn, subject, means, amountCents, cancelledAt }) => ({
    key: id,
    cells: [
      plainDate(paidOn),
      subject,
      means ? meansInWords[means] : "Paiement en ligne",
      <span key="amount" className="inline-flex flex-wrap items-baseline justify-end gap-x-2">
        {cancelledAt && <Tag tone="cancel">Annulée</Tag>}
        <span className={cancelledAt ? "line-through" : ""}>
          <Money cents={amountCents} />
        </span>
      </span>,
      <a
        key="pdf"
        href={`/api/recus/${id}/pdf`}
        className="inline-flex min-h-9 items-center gap-1.5 font-semibold text-primary-strong underline decoration-1 underline-offset-3"
      >
        <FileDown className="size-4" />
        <span className="sr-only">Télécharger le reçu {number} en </span>PDF
      </a>,
    ],
  }));

  return (
    <Card aria-labelledby="recus">
      <h2 id="recus" className="px-4 pt-4 pb-1 sm:px-5">
        Reçus
      </h2>
      <ListTable caption="Reçus de vos paiements" columns={[...columns]} rows={rows} />
    </Card>
  );
}
