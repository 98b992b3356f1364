import { BookOpenText } from "lucide-react";
import { gatewayNames } from "@/components/billing/gateway-words";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { listJournal } from "@/lib/billing/office/queries/journal";
import { shortInstant } from "@/lib/core/format-date";
import { meansInWords } from "@/lib/payments/rules";
import { paymentStates } from "./office-words";

export type JournalRow = Awaited<ReturnType<typeof listJournal>>["rows"][number];

const columns = [
  { label: "Date" },
  { label: "Famille", phone: "lead" },
  { label: "Régie" },
  { label: "Moyen" },
  { label: "Reçu ou référence" },
  { label: "État" },
  { label: "Montant", phone: "amount", end: true },
] as const;

type Props = {
  rows: JournalRow[];
  /** What the filter left open, and each row must say: its régie, its state. */
  told: { office: boolean; state: boolean };
};

export function JournalList({ rows, told }: Props) {
  if (rows.length === 0) {
    return (
      <EmptyState icon={BookOpenText} title="Aucun paiement">
        Rien ne correspond à ces dates et à ces choix.
      </EmptyState>
    );
  }
  return (
    <Card className="text-sm sm:[&_td]:py-1.5">
      <ListTable
        caption="Paiements, du plus récent au plus ancien"
        columns={columns.filter(({ label }) => (told.office || label !== "Régie") && (told.state || label !== "État"))}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <span key="date" className="whitespace-nowrap tabular-nums">
              {shortInstant(row.at)}
            </span>,
            <Link
              key="famille"
              href={`/admin/regie/paiements/${row.id}`}
              className="font-medium text-primary-strong underline underline-offset-3"
            >
              {row.household}
            </Link>,
            ...(told.office ? [row.office] : []),
            howOf(row),
            <span key="reference" className="max-sm:break-all sm:whitespace-nowrap">
              {row.receiptNumber ?? row.orderReference}
            </span>,
            ...(told.state
              ? [<PaymentState key="etat" status={row.status} isCancelled={row.cancelledAt !== null} />]
              : []),
            <span key="montant" className={row.cancelledAt ? "line-through" : "font-semibold"}>
              <Money cents={row.amountCents} />
            </span>,
          ],
        }))}
      />
    </Card>
  );
}

export function PaymentState({ status, isCancelled }: { status: JournalRow["status"]; isCancelled: boolean }) {
  if (isCancelled) return <Tag tone="cancel">Quittance annulée</Tag>;
  const { label, tone } = paymentStates[status];
  return <Tag tone={tone}>{label}</Tag>;
}

export function howOf({ means, gateway }: Pick<JournalRow, "means" | "gateway">): string {
  if (!gateway) return means ? meansInWords[means] : "Au guichet";
  return means ? `${meansInWords[means]} (${gatewayNames[gateway]})` : gatewayNames[gateway];
}
