import type { GatewayName } from "@/db/schema";
import type { CivilDate } from "@/lib/core/calendar";
import { numericDate } from "@/lib/core/format-date";

/** What a family owes at one régie, and the credit that it has there. */
export type DueBlock = {
  revenueOfficeId: string;
  name: string;
  gateway: GatewayName;
  /** "MODE TEST" is shown when no real money moves. */
  test: boolean;
  balanceCents: number;
  /** A payment of invoices already on its way at the bank. */
  openPaymentId: string | null;
  invoices: DueInvoice[];
};

export type DueInvoice = {
  id: string;
  number: string;
  totalCents: number;
  dueCents: number;
  dueOn: CivilDate;
  periodFrom: CivilDate;
  periodTo: CivilDate;
  isLate: boolean;
  /** A payment at the bank is for it: it is left out unless one ticks it. */
  isBeingPaid: boolean;
};

type InvoiceState = "due" | "partly_paid" | "late" | "paid" | "credited";

/** What an invoice is called (handbook §1.6): late before partly paid, because that is what must be known first. */
export function stateOf(
  {
    totalCents,
    dueCents,
    dueOn,
    creditedCents,
  }: { totalCents: number; dueCents: number; dueOn: CivilDate | null; creditedCents: number },
  today: CivilDate,
): InvoiceState {
  if (dueCents === 0) return creditedCents === totalCents ? "credited" : "paid";
  if (dueOn !== null && dueOn < today) return "late";
  return dueCents < totalCents ? "partly_paid" : "due";
}

/** "du 01/09/2026 au 30/09/2026" */
export const periodInWords = ({ periodFrom, periodTo }: { periodFrom: CivilDate; periodTo: CivilDate }): string =>
  `du ${numericDate(periodFrom)} au ${numericDate(periodTo)}`;

const released: Record<string, string> = {
  absence_accepted: "absence justifiée",
  closure: "service fermé par la structure",
  pointing_undone: "présence pointée par erreur",
};

/** Why lines are credited after their invoice, as the family reads it: "Absence justifiée après la facture". */
export function releaseInWords(reasons: string[]): string {
  const words = [...new Set(reasons.map((reason) => released[reason] ?? "réservation annulée"))].join(", ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} après la facture`;
}
