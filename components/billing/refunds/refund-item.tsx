import type { QueueItem } from "@/components/queue/queue";
import { agoInWords } from "@/components/ui/ago";
import type { RefundView } from "@/lib/billing/refunds/queries";
import { approvalsNeeded } from "@/lib/billing/refunds/rules";
import { formatEuros } from "@/lib/core/money";

/** A refund as it waits in the queue. */
export function refundItem(refund: RefundView, now: Date): QueueItem {
  const { id, amountCents, household, householdId, office, requestedAt, requestedBy, reason, holder, ibanEnd } = refund;
  const { agreed, secondAgentAboveCents } = refund;
  const needsTwo = approvalsNeeded(amountCents, secondAgentAboveCents) === 2;
  return {
    id,
    title: `${formatEuros(amountCents)}, famille ${household}`,
    subtitle: `${office}, demandé par ${requestedBy}`,
    since: agoInWords(requestedAt, now),
    href: `/admin/familles/${householdId}`,
    warning: needsTwo
      ? agreed.length > 0
        ? `${agreed.join(", ")} a donné son accord : il faut aussi celui d’un autre agent.`
        : `Au-dessus de ${formatEuros(secondAgentAboveCents)}, deux agents doivent donner leur accord.`
      : undefined,
    details: (
      <>
        <p>« {reason} »</p>
        <p className="mt-1 text-ink-2">
          À verser à {holder}, compte se terminant par {ibanEnd}. La somme est déjà mise de côté.
        </p>
      </>
    ),
  };
}
