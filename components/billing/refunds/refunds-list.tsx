import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Tag } from "@/components/ui/tag";
import type { Refund } from "@/lib/billing/refunds/rules";
import { plainDate } from "@/lib/core/format-date";
import { refundStates } from "./refund-words";
import { WithdrawRefund } from "./withdraw-refund";

type RefundLine = {
  id: string;
  office: string;
  amountCents: number;
  ibanEnd: string;
  status: Refund;
  requestedOn: string;
  refusal: string | null;
};

/** What the family asked back, and what became of it. */
export function RefundsList({ refunds }: { refunds: RefundLine[] }) {
  if (refunds.length === 0) return null;
  return (
    <Card aria-labelledby="remboursements" className="p-4 sm:p-5">
      <h2 id="remboursements" className="mb-2">
        Mes demandes de remboursement
      </h2>
      <ul className="grid gap-3">
        {refunds.map(({ id, office, amountCents, ibanEnd, status, requestedOn, refusal }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <strong>
              <Money cents={amountCents} />
            </strong>
            <Tag tone={refundStates[status].tone}>{refundStates[status].label}</Tag>
            <span className="text-sm text-ink-2">
              {office}, demandé le {plainDate(requestedOn)}, compte se terminant par {ibanEnd}
            </span>
            {status === "waiting" && <WithdrawRefund id={id} />}
            {refusal && <span className="basis-full text-sm">Réponse de la régie : {refusal}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
