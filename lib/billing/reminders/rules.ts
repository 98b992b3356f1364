import { addDays, type CivilDate, daysFrom } from "@/lib/core/calendar";

export type Reminder = { level: 1 | 2; on: CivilDate };
type Unpaid = {
  dueOn: CivilDate;
  reminders: Reminder[];
  /** A payment is at the bank. */
  isBeingPaid: boolean;
  /** The family contests it, and nobody has closed the exchange. */
  isContested: boolean;
  /** Nobody of the family has an account to write to. */
  isUnreachable: boolean;
};
type Delays = { firstReminderDays: number; secondReminderDays: number };

/** What an unpaid invoice waits for: a reminder, a day, an answer; or the Treasury, once both reminders were in vain. */
export type NextStep =
  | { step: "remind"; level: 1 | 2 }
  | { step: "wait"; until: CivilDate }
  | { step: "being_paid" | "contested" | "by_post" | "transmit" };

/**
 * The second reminder leaves as long after the first as the delays are apart, however late the first was: a family has
 * time to answer (handbook §5.6).
 */
export function nextStep(
  invoice: Unpaid,
  today: CivilDate,
  { firstReminderDays, secondReminderDays }: Delays,
): NextStep {
  const gap = secondReminderDays - firstReminderDays;
  const [first, second] = [1, 2].map((level) => invoice.reminders.find((reminder) => reminder.level === level));
  if (invoice.isBeingPaid) return { step: "being_paid" };
  if (invoice.isContested) return { step: "contested" };
  if (second)
    return today < addDays(second.on, gap) ? { step: "wait", until: addDays(second.on, gap) } : { step: "transmit" };
  const [from] = [
    addDays(invoice.dueOn, first ? secondReminderDays : firstReminderDays),
    first ? addDays(first.on, gap) : invoice.dueOn,
  ].toSorted((a, b) => (a < b ? 1 : -1));
  const until = from ?? today;
  if (today < until) return { step: "wait", until };
  return invoice.isUnreachable ? { step: "by_post" } : { step: "remind", level: first ? 2 : 1 };
}

/** How old a debt is, from the day after its due date. */
const ageBands = [
  { key: "coming", label: "Pas encore échu", from: Number.NEGATIVE_INFINITY, to: 0 },
  { key: "week", label: "De 1 à 7 jours", from: 1, to: 7 },
  { key: "fortnight", label: "De 8 à 15 jours", from: 8, to: 15 },
  { key: "month", label: "De 16 à 30 jours", from: 16, to: 30 },
  { key: "quarter", label: "De 31 à 90 jours", from: 31, to: 90 },
  { key: "older", label: "Plus de 90 jours", from: 91, to: Number.POSITIVE_INFINITY },
] as const;

export type AgeBand = { key: string; label: string; invoices: number; families: number; cents: number };

/** Debts by age: how many invoices, of how many families, for how much. */
export const ageingOf = (
  debts: { householdId: string; dueOn: CivilDate; dueCents: number }[],
  today: CivilDate,
): AgeBand[] =>
  ageBands.map(({ key, label, from, to }) => {
    const own = debts.filter(({ dueOn }) => daysFrom(dueOn, today) >= from && daysFrom(dueOn, today) <= to);
    return {
      key,
      label,
      invoices: own.length,
      families: new Set(own.map(({ householdId }) => householdId)).size,
      cents: own.reduce((sum, { dueCents }) => sum + dueCents, 0),
    };
  });
