import type { Means } from "@/lib/payments/rules";

/** What a régie takes at its counter (handbook §1.4, §5.11). */
export const counterMeans = ["cash", "cheque", "card_terminal", "cesu", "ancv", "transfer"] as const;
export type CounterMeans = (typeof counterMeans)[number];

/** Titles with a value of their own: each is recorded, no change is given, and they pay childcare only (handbook §5.11). */
export const isTicket = (means: Means): means is "cesu" | "ancv" => means === "cesu" || means === "ancv";

export type DueInvoice = {
  id: string;
  number: string;
  dueOn: string;
  dueCents: number;
  /** What of it is childcare and may be paid with titles: neither meals nor what is no care. */
  careCents: number;
};

/** How much each invoice may receive at most from a payment of this means; the order is kept. */
export const acceptable = (invoices: DueInvoice[], means: Means) =>
  invoices
    .map(({ id, dueCents, careCents }) => ({
      invoiceId: id,
      cents: isTicket(means) ? Math.min(dueCents, careCents) : dueCents,
    }))
    .filter(({ cents }) => cents > 0);
