import type { UnpaidInvoice } from "@/lib/billing/reminders/queries";
import { numericDate } from "@/lib/core/format-date";

export const daysInWords = (days: number): string => `${days} jour${days > 1 ? "s" : ""} de retard`;

/** What a late invoice waits for, when it is no reminder. */
export function nextInWords({ next }: Pick<UnpaidInvoice, "next">): string {
  switch (next.step) {
    case "remind":
      return next.level === 1 ? "À relancer" : "À relancer une seconde fois";
    case "wait":
      return `Rien avant le ${numericDate(next.until)}`;
    case "being_paid":
      return "Paiement en cours à la banque";
    case "contested":
      return "Contestée : répondez d’abord à la famille";
    case "by_post":
      return "Sans compte : à relancer par courrier";
    case "transmit":
      return "À transmettre au Trésor public";
  }
}

export const sentInWords = ({ reminders }: Pick<UnpaidInvoice, "reminders">): string =>
  reminders.map(({ level, on }) => `${level === 1 ? "1re" : "2de"} le ${numericDate(on)}`).join(", ") || "–";
