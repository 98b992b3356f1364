import { FileDown } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import type { listClosings } from "@/lib/billing/office/queries/closings";
import { shortInstant } from "@/lib/core/format-date";
import { meansInWords } from "@/lib/payments/rules";

type Closing = Awaited<ReturnType<typeof listClosings>>[number];

const columns = [
  { label: "Arrêté", phone: "lead" },
  { label: "Régie" },
  { label: "Le" },
  { label: "Par moyen" },
  { label: "Écart de caisse", told: true },
  { label: "Total", phone: "amount", end: true },
  { label: "Bordereau", phone: "action", end: true },
] as const;

/** The days closed, each with what it held and its slip. */
export function ClosingsList({ closings }: { closings: Closing[] }) {
  if (closings.length === 0) return null;
  return (
    <Card aria-labelledby="arretes" className="text-sm sm:[&_td]:py-1.5">
      <h2 id="arretes" className="px-5 pt-4 pb-1">
        Journées arrêtées
      </h2>
      <ListTable
        caption="Journées arrêtées, de la plus récente à la plus ancienne"
        columns={[...columns]}
        rows={closings.map(({ id, number, office, closedAt, closedBy, totals, cashCents, countedCashCents, note }) => ({
          key: id,
          cells: [
            `n° ${number}`,
            office,
            <span key="le">
              {shortInstant(closedAt)}, {closedBy}
            </span>,
            <ul key="moyens">
              {totals.map(({ means, count, cents }) => (
                <li key={means}>
                  {meansInWords[means]} ({count}) : <Money cents={cents} />
                </li>
              ))}
            </ul>,
            countedCashCents === cashCents ? (
              "Aucun"
            ) : (
              <span key="ecart">
                <Money cents={countedCashCents - cashCents} sign /> {note}
              </span>
            ),
            <strong key="total">
              <Money cents={totals.reduce((sum, { cents }) => sum + cents, 0)} />
            </strong>,
            <a
              key="pdf"
              href={`/api/regie/arretes/${id}/bordereau`}
              className="inline-flex min-h-9 items-center gap-1.5 font-semibold text-primary-strong underline decoration-1 underline-offset-3"
            >
              <FileDown className="size-4" />
              <span className="sr-only">
                Télécharger le bordereau de l’arrêté {number}, {office}, en{" "}
              </span>
              PDF
            </a>,
          ],
        }))}
      />
    </Card>
  );
}
