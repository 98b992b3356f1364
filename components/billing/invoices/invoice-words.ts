import type { Tone } from "@/components/ui/tag";
import type { InvoiceDetail } from "@/lib/billing/invoices/queries/invoice";
import { shortInstant } from "@/lib/core/format-date";
import { meansInWords } from "@/lib/payments/rules";

/** What the state of an invoice is called (handbook §1.6). */
export const invoiceStates: Record<InvoiceDetail["state"], { label: string; tone: Tone }> = {
  due: { label: "À régler", tone: "primary" },
  partly_paid: { label: "Partiellement réglée", tone: "request" },
  late: { label: "En retard", tone: "cancel" },
  paid: { label: "Réglée", tone: "reserved" },
  credited: { label: "Annulée par un avoir", tone: "neutral" },
};

/** Where the money of an allocation came from. */
export function sourceInWords({ means: by, isPayment, creditNote }: InvoiceDetail["allocations"][number]): string {
  if (creditNote) return `Avoir ${creditNote}`;
  if (!isPayment) return "Crédit du compte";
  return by ? meansInWords[by] : "Paiement";
}

/** What an invoice says of a day that was not simply attended. */
export const lineRemarks: Partial<Record<InvoiceDetail["children"][number]["lines"][number]["status"], string>> = {
  absent_charged: "absence facturée",
  attended_unbooked: "sans réservation",
};

/** Where the exchange about a contested invoice stands. */
export const contestStates: Record<InvoiceDetail["contests"][number]["status"], string> = {
  to_handle: "attend une réponse",
  waiting_family: "réponse donnée",
  closed: "close",
};

type Pointed = Pick<InvoiceDetail["children"][number]["lines"][number], "pointing">;

/** How a day was pointed, by whom and when: what one answers a family with. */
export function pointingInWords({ pointing }: Pointed): string {
  if (!pointing || pointing.state === "undone") return "Jamais pointé";
  const state = pointing.state === "present" ? "Pointé présent" : "Pointé absent";
  return `${state} le ${shortInstant(new Date(pointing.at))}${pointing.by ? ` par ${pointing.by}` : ""}`;
}
