import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import type { UnbilledPeriod } from "@/lib/billing/runs/queries";
import { monthInWords } from "@/lib/core/format-date";
import { familiesInWords } from "./run-words";

/** Periods that are over and that nobody has billed: the alarm that an organisation must not miss. */
export function UnbilledPeriods({ periods }: { periods: UnbilledPeriod[] }) {
  if (periods.length === 0) return null;
  return (
    <Notice tone="warning" title={titleOf(periods)}>
      <ul className="mt-1 grid gap-0.5">
        {periods.map(({ officeId, office, month, households, cents }) => (
          <li key={`${month} ${officeId}`}>
            {monthInWords(month)}, {office} : {familiesInWords(households)} sans facture, <Money cents={cents} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const titleOf = (periods: UnbilledPeriod[]): string => {
  const months = new Set(periods.map(({ month }) => month)).size;
  return months === 1
    ? "Un mois terminé n’est pas entièrement facturé"
    : `${months} mois terminés ne sont pas entièrement facturés`;
};
