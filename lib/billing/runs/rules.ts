import type { BillingRunStatus, RunWarnings } from "@/db/schema";
import { addDays, type CivilDate } from "@/lib/core/calendar";
import { formatEuros } from "@/lib/core/money";

/** An invoice is out of proportion when it is more than three times the median of the family's last ones. */
export const UNUSUAL_FACTOR = 3;
export const USUAL_INVOICES = 6;
/** A quotient serves a year (handbook §2.4): older on the day of the service, it should have been asked for again. */
export const QUOTIENT_MONTHS = 12;

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
  const { unrecorded, missingQuotient, staleQuotient, zeroPrice, late, small, usualCents } = warnings;
  const { adjusted, adjustedCents = 0 } = warnings;
  return [
    unrecorded && `${lines(unrecorded)} sans pointage`,
    missingQuotient && `${lines(missingQuotient)} au tarif le plus élevé, faute de quotient`,
    staleQuotient && `${lines(staleQuotient)} au tarif d’un quotient de plus d’un an`,
    zeroPrice && `${lines(zeroPrice)} à 0 €`,
    late && `${lines(late)} d’avant la période`,
    adjusted && `${lines(adjusted)} à régulariser par un avoir de ${formatEuros(adjustedCents)}`,
    small && "Sous le seuil d’un titre",
    usualCents !== undefined && `Plus de trois fois la facture habituelle : ${formatEuros(usualCents)}`,
  ].filter((sentence) => typeof sentence === "string");
}

/** What each alarm is called when families are counted by it, in the order in which one looks at them. */
export const alarmWords: Record<Exclude<keyof RunWarnings, "adjustedCents">, string> = {
  unrecorded: "avec des jours sans pointage",
  missingQuotient: "au tarif le plus élevé, faute de quotient",
  staleQuotient: "au tarif d’un quotient de plus d’un an",
  usualCents: "à plus de trois fois leur facture habituelle",
  zeroPrice: "avec des lignes à 0 €",
  late: "avec des jours d’avant la période",
  adjusted: "à régulariser par un avoir",
  small: "sous le seuil d’un titre",
};
