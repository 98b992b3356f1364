import type { BillingRunStatus, RunWarnings } from "@/db/schema";
import { addDays, type CivilDate } from "@/lib/core/calendar";
import { formatEuros } from "@/lib/core/money";

/** Below this no titre is issued: the debt waits for the next run (CGCT D1611-1). */
export const SMALLEST_TITRE_CENTS = 1500;

/** An invoice is out of proportion when it is twice the last one and thirty euros more. */
export const UNUSUAL_FACTOR = 2;
export const UNUSUAL_GAP_CENTS = 3000;

/** Lines of before the period that nobody billed are billed with it, as far back as this. */
const CATCH_UP_DAYS = 366;
export const sinceOf = (periodFrom: CivilDate): CivilDate => addDays(periodFrom, -CATCH_UP_DAYS);

/** Where a run can go; a cancelled one keeps what it has issued. */
const nextStates: Record<BillingRunStatus, readonly BillingRunStatus[]> = {
  draft: ["issuing", "cancelled"],
  issuing: ["done", "cancelled"],
  // What failed for some households may be tried again.
  done: ["issuing"],
  cancelled: [],
};
export const canBecome = (from: BillingRunStatus, to: BillingRunStatus): boolean => nextStates[from].includes(to);

const lines = (count: number) => `${count} ligne${count > 1 ? "s" : ""}`;

/** What an agent should look at before issuing, in sentences. */
export function warningSentences(warnings: RunWarnings): string[] {
  const { unrecorded, missingQuotient, zeroPrice, late, adjusted, adjustedCents = 0, small, usualCents } = warnings;
  return [
    unrecorded && `${lines(unrecorded)} sans pointage`,
    missingQuotient && `${lines(missingQuotient)} au tarif le plus élevé, faute de quotient`,
    zeroPrice && `${lines(zeroPrice)} à 0 €`,
    late && `${lines(late)} d’avant la période`,
    adjusted && `${lines(adjusted)} à régulariser par un avoir de ${formatEuros(adjustedCents)}`,
    small && "Moins de 15 € : sous le seuil d’un titre",
    usualCents !== undefined && `Montant inhabituel : ${formatEuros(usualCents)} la fois précédente`,
  ].filter((sentence) => typeof sentence === "string");
}
