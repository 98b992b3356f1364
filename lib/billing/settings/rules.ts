import { plainText } from "@/lib/core/text";
import type { InvoiceSettingsInput } from "./input";

const SMALL_WORDS = /^(regie|des?|du|la|les?|et|l|d)$/;

/** What a régie may begin with: a series of the initials of its name, a counter that starts again each month. */
export function suggestedSettings(
  revenueOfficeId: string,
  { name, email, vatMention }: { name: string; email: string; vatMention: string | null },
): InvoiceSettingsInput {
  const words = plainText(name)
    .split(" ")
    .filter((word) => !SMALL_WORDS.test(word));
  const series = words
    .map((word) => word.replace(/[^a-z0-9]/g, "").charAt(0))
    .join("")
    .slice(0, 3)
    .toUpperCase();
  return {
    revenueOfficeId,
    series: series || "F",
    numberTemplate: "{YY}{MM}{SERIES}{COUNTER:5}",
    creditTemplate: "{YY}{MM}{SERIES}A{COUNTER:4}",
    dueDays: 30,
    paymentTerms: "",
    // Left empty, the organisation's own is printed.
    vatMention: vatMention ? "" : "Service hors du champ de la TVA.",
    disputeContact: email,
  };
}

/** What the act of a régie and its accountant decide, in cents and days. */
export type OfficeRules = {
  cashCeilingCents: number | null;
  secondAgentAboveCents: number;
  smallestInvoiceCents: number;
  firstReminderDays: number;
  secondReminderDays: number;
};

/** What holds until someone decides otherwise: no titre below 15 € (CGCT D1611-1), reminders at J+7 and J+15 (handbook §5.6). */
export const usualOfficeRules: OfficeRules = {
  cashCeilingCents: null,
  secondAgentAboveCents: 10_000,
  smallestInvoiceCents: 1_500,
  firstReminderDays: 7,
  secondReminderDays: 15,
};
