import { CircleCheck, TriangleAlert } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import type { getTotals } from "@/lib/billing/office/queries/journal";
import { meansInWords } from "@/lib/payments/rules";

type Props = { totals: Awaited<ReturnType<typeof getTotals>>; title: string };

/** What came in per means, and the proof that the ledger says the same. */
export function MeansTotals({ totals, title }: Props) {
  const { byMeans, netCents, ledgerCents, refundedCents } = totals;
  const agrees = netCents === ledgerCents;
  const Sign = agrees ? CircleCheck : TriangleAlert;
  return (
    <Card aria-labelledby="totaux" className="mb-4 p-5">
      <h2 id="totaux" className="mb-3">
        {title}
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        <div>
          <dt className="text-sm text-ink-2">Total</dt>
          <dd className="text-lg font-bold">
            <Money cents={netCents} />
          </dd>
        </div>
        {byMeans.map(({ means, count, cents, cancelledCents }) => (
          <div key={means ?? "aucun"}>
            <dt className="text-sm text-ink-2">{means ? meansInWords[means] : "En ligne, moyen inconnu"}</dt>
            <dd className="font-semibold">
              <Money cents={cents - cancelledCents} />
              <span className="block text-sm font-normal text-ink-2">
                {count === 1 ? "1 paiement" : `${count.toLocaleString("fr-FR")} paiements`}
                {cancelledCents > 0 && (
                  <>
                    , <Money cents={cancelledCents} /> annulés
                  </>
                )}
              </span>
            </dd>
          </div>
        ))}
        {refundedCents > 0 && (
          <div>
            <dt className="text-sm text-ink-2">Remboursé</dt>
            <dd className="font-semibold">
              <Money cents={-refundedCents} />
            </dd>
          </div>
        )}
      </dl>
      <p className={`mt-4 flex items-center gap-2 text-sm ${agrees ? "text-reserved" : "font-semibold text-cancel"}`}>
        <Sign className="size-4" />
        {agrees ? (
          "Au centime près, c’est ce que dit le grand livre."
        ) : (
          <span>
            Le grand livre dit <Money cents={ledgerCents} /> : prévenez l’administration du portail.
          </span>
        )}
      </p>
    </Card>
  );
}
