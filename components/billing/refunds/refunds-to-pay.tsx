import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import type { RefundView } from "@/lib/billing/refunds/queries";
import { shortInstant } from "@/lib/core/format-date";
import { PayRefund } from "./pay-refund";

type Props = { refunds: (RefundView & { iban?: string })[] };

/** What was agreed and waits for its transfer, with the account to pay to for whoever pays. */
export function RefundsToPay({ refunds }: Props) {
  if (refunds.length === 0) return null;
  return (
    <Card aria-labelledby="a-verser" className="mt-6 p-5">
      <h2 id="a-verser" className="mb-3">
        À verser
      </h2>
      <ul className="grid gap-4">
        {refunds.map(({ id, amountCents, household, office, holder, ibanEnd, iban, agreed }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 border-line not-last:border-b not-last:pb-4"
          >
            <div>
              <p className="font-semibold">
                <Money cents={amountCents} />, famille {household}
              </p>
              <p className="text-sm">
                {holder}, {iban ? <span className="font-mono">{iban}</span> : `compte se terminant par ${ibanEnd}`}
              </p>
              <p className="text-sm text-ink-2">
                {office}. Accordé par {agreed.join(", ")}.
              </p>
            </div>
            {iban && <PayRefund id={id} household={household} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What is done with, for a while. */
export function RefundsDone({ refunds }: { refunds: RefundView[] }) {
  if (refunds.length === 0) return null;
  return (
    <Card aria-labelledby="verses" className="mt-6 p-5 text-sm">
      <h2 id="verses" className="mb-3">
        Versés
      </h2>
      <ul className="grid gap-2">
        {refunds.map(({ id, amountCents, household, ibanEnd, executedAt }) => (
          <li key={id}>
            <Money cents={amountCents} />, famille {household}, compte se terminant par {ibanEnd}
            {executedAt && `, le ${shortInstant(executedAt)}`}
          </li>
        ))}
      </ul>
    </Card>
  );
}
