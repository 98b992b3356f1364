import { type CivilDate, dateOf } from "@/lib/core/calendar";
import { DomainError } from "@/lib/core/errors";

/**
 * Childcare gives a tax credit for a child who is under six on 1 January of the year (CGI art. 200 quater B), which the
 * administration reads as born on or after 1 January six years before (handbook §5.11).
 */
export const isUnderSix = (birthDate: CivilDate | null, year: number): boolean =>
  birthDate !== null && birthDate >= `${year - 6}-01-01` && birthDate <= `${year}-12-31`;

/** The sums of a year that is not over still change: refuses it with `invalid_input`. */
export function assertYearIsOver(year: number, now: Date): void {
  if (year < Number(dateOf(now).slice(0, 4))) return;
  throw new DomainError("invalid_input", {
    fields: { year: ["Cette année n’est pas terminée : les sommes peuvent encore changer."] },
  });
}

export type CareLine = {
  /** Whom and what the line is about: the child and the activity. */
  key: string;
  cents: number;
  /** What of it is childcare: no meal, no supplement, no penalty. */
  careCents: number;
};
export type InvoicePayment = { on: CivilDate; cents: number; isCesu: boolean };
export type CarePaid = { key: string; cents: number; cesuCents: number };

/**
 * What of an invoice's payments in a year was for childcare, per line key. Money is put on the whole invoice, so each key
 * has its share of what was paid so far, rounded down: once all is paid the shares are the lines, to the cent, and years
 * add up to what was paid. Prefunded CESU pay childcare only and give no credit: they are told apart (handbook §5.11).
 * `lines` leaves out what was credited since, and payments beyond what is then due went back to the account.
 */
export function carePaidOf(lines: CareLine[], payments: InvoicePayment[], year: number): CarePaid[] {
  const totals = new Map<string, number>();
  for (const { key, careCents } of lines) totals.set(key, (totals.get(key) ?? 0) + careCents);
  const total = sum(lines.map(({ cents }) => cents));
  const care = sum([...totals.values()]);
  const [start, end] = [`${year}-01-01`, `${year + 1}-01-01`];
  const paidBefore = (before: string, isCesu: boolean) =>
    sum(payments.filter((payment) => payment.isCesu === isCesu && payment.on < before).map(({ cents }) => cents));
  const cesu = Math.min(care, paidBefore("9999", true));
  const rest = total - cesu;

  return [...totals].map(([key, cents]) => {
    const cesuBefore = (day: string) => share(Math.min(care, paidBefore(day, true)), cents, care);
    const others = cents - share(cesu, cents, care);
    const before = (day: string) => share(Math.min(rest, paidBefore(day, false)), others, rest);
    return { key, cents: before(end) - before(start), cesuCents: cesuBefore(end) - cesuBefore(start) };
  });
}

const sum = (amounts: number[]) => amounts.reduce((total, cents) => total + cents, 0);
const share = (paid: number, part: number, whole: number) =>
  whole <= 0 ? 0 : Math.floor((Math.max(0, paid) * part) / whole);

/** "7 h 30" from minutes. */
export function hoursInWords(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h${rest ? `\u00a0${String(rest).padStart(2, "0")}` : ""}`;
}
