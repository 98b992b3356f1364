import type { PaymentMeans, PaymentState } from "@/db/schema";
import { addMinutes } from "@/lib/core/calendar";

const anyResult: readonly PaymentState[] = ["pending", "paid", "refused", "cancelled", "expired", "failed"];

/** Where a payment can go. Paid is final; anything else may still be found paid later (protocols §1, §2.8). */
const nextStates: Record<PaymentState, readonly PaymentState[]> = {
  initiated: anyResult,
  pending: anyResult,
  refused: ["paid"],
  cancelled: ["paid"],
  expired: ["paid", "refused", "cancelled"],
  failed: ["paid"],
  paid: [],
};
export const canBecome = (from: PaymentState, to: PaymentState): boolean => nextStates[from].includes(to);

/** Still at the bank: its result is not known. */
export const isOpen = (status: PaymentState): boolean => status === "initiated" || status === "pending";

/**
 * Given up on PayFiP's page: its payer may try again at once, though the attempt is followed as long as one could still
 * come back to that page (protocols §2.8).
 */
export const isGivenUp = (status: PaymentState, lastAnswer: Record<string, string> | null): boolean =>
  isOpen(status) && lastAnswer?.resultrans === "A";

/** Worth asking about: a bank may still discover a payment that it had said expired (protocols §2.8). */
export const isFollowed = (status: PaymentState): boolean => isOpen(status) || status === "expired";

const HOUR = 60;
const DAY = 24 * HOUR;
/**
 * Minutes after its creation when a payment without a final result is asked about (protocols §2.10). While the payer may
 * be at the bank, a lost notification is made good within five minutes.
 */
const checkMinutes = [
  2,
  5,
  10,
  15,
  20,
  25,
  ...Array.from({ length: 24 }, (_, hour) => (hour + 1) * HOUR),
  ...Array.from({ length: 6 }, (_, day) => (day + 2) * DAY),
];

/** When to ask the bank next, or null after seven days. */
export function nextCheckAfter(createdAt: Date, now: Date): Date | null {
  const next = checkMinutes.map((minutes) => addMinutes(createdAt, minutes)).find((check) => check > now);
  return next ?? null;
}

/** Places are kept this long once the payer has left for the bank: 15 minutes on its page, and the time to be told. */
export const PAYMENT_MINUTES = 25;

/** Whoever leaves for the bank later than this might still be on its page when the places are given back. */
export const DEPARTURE_MINUTES = 10;

/** A payment without an answer is given up after this long at a bank that cannot be asked (protocols §6.4). */
export const SILENT_MINUTES = 75;

/** Whether no real money moves: PayFiP's tests and its activation, the shop's TEST mode (protocols §2.4, §5.2). */
export const isTestMode = (mode: string): boolean => mode !== "W" && mode !== "PRODUCTION";

export type Means = PaymentMeans;

/** How money comes in, in the words of a receipt. */
export const meansInWords: Record<PaymentMeans, string> = {
  card: "Carte bancaire",
  direct_debit: "Prélèvement",
  cash: "Espèces",
  cheque: "Chèque",
  card_terminal: "Carte bancaire au guichet",
  cesu: "CESU",
  ancv: "Chèques-vacances (ANCV)",
  transfer: "Virement",
};
