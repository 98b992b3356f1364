import { addMinutes } from "@/lib/core/calendar";
import type { PaymentStatus } from "../gateway";

/** The payer page lives 15 minutes; what was begun on it may end a little later. */
const PAYER_MINUTES = 20;

/**
 * Where a payment stands, from the service's last word (a `resultrans` or a fault's code) and the age of its idOp.
 * Until the payer can no longer come back, a cancelled or unknown result is not one.
 */
export function statusOf(word: string, { createdAt, now }: { createdAt: Date; now: Date }): PaymentStatus | undefined {
  const over = now >= addMinutes(createdAt, PAYER_MINUTES);
  switch (word) {
    case "P":
    case "V":
      return "paid";
    case "R":
    case "Z":
      return "refused";
    case "A":
      return over ? "cancelled" : "pending";
    case "P1":
      return "expired";
    case "P3":
    case "P4":
    case "P5":
      return over ? "expired" : "pending";
  }
}

/** P and R speak of a card, V and Z of a direct debit: the service has no field for it. */
export const meansOf = (resultrans: string): "card" | "direct_debit" | undefined => {
  if (resultrans === "P" || resultrans === "R") return "card";
  if (resultrans === "V" || resultrans === "Z") return "direct_debit";
};
