import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { listOpenDays } from "@/lib/billing/office/queries/closings";
import { formatEuros } from "@/lib/core/money";

type OpenDay = Awaited<ReturnType<typeof listOpenDays>>[number];

/** Tells the régisseur that a drawer holds as much cash as the act of its régie allows (handbook §5.5). */
export function CashCeiling({ days, withLink = true }: { days: OpenDay[]; withLink?: boolean }) {
  return days
    .filter(({ cashCents, ceilingCents }) => ceilingCents !== null && cashCents >= ceilingCents)
    .map(({ officeId, office, cashCents, ceilingCents }) => (
      <Notice
        key={officeId}
        tone="warning"
        title={`${office} : ${formatEuros(cashCents)} en espèces, le plafond d’encaisse est de ${formatEuros(ceilingCents ?? 0)}`}
        action={withLink && <ButtonLink href="/admin/regie/journees">Arrêter la journée</ButtonLink>}
      >
        Arrêtez la journée et versez les espèces avant d’en encaisser d’autres.
      </Notice>
    ));
}
