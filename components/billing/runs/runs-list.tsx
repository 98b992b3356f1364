import { Receipt } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { listRuns } from "@/lib/billing/runs/queries";
import { numericDate, shortInstant } from "@/lib/core/format-date";
import { runStatuses } from "./run-words";

const columns = [
  { label: "Période", phone: "lead" },
  { label: "Régie" },
  { label: "Préparée le", told: true },
  { label: "État" },
  { label: "Factures", end: true, told: true },
  { label: "Total", phone: "amount", end: true },
] as const;

type Run = Awaited<ReturnType<typeof listRuns>>[number];

/** The runs of every régie, the last first. */
export function RunsList({ runs }: { runs: Run[] }) {
  if (runs.length === 0) {
    return (
      <EmptyState icon={Receipt} title="Aucune facturation pour l’instant">
        Préparez l’aperçu d’une période : rien n’est émis avant que vous ne l’ayez relu.
      </EmptyState>
    );
  }
  return (
    <Card className="overflow-x-auto">
      <ListTable
        caption="Facturations"
        columns={[...columns]}
        rows={runs.map(({ id, office, periodFrom, periodTo, createdAt, status, issuedCount, issuedCents }) => ({
          key: id,
          cells: [
            <Link key="period" href={`/admin/facturation/${id}`} className="font-semibold underline underline-offset-3">
              {numericDate(periodFrom)} – {numericDate(periodTo)}
            </Link>,
            office,
            shortInstant(createdAt),
            <Tag key="status" tone={runStatuses[status].tone}>
              {runStatuses[status].label}
            </Tag>,
            String(issuedCount),
            <Money key="total" cents={issuedCents} />,
          ],
        }))}
      />
    </Card>
  );
}
