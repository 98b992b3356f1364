import type { GatewayName } from "@/db/schema";

/** The cart of a household: one block per régie, because each has its own account and its own bank. */
export type CartView = { householdId: string; blocks: CartBlock[] };

export type CartBlock = {
  revenueOfficeId: string;
  name: string;
  gateway: GatewayName;
  /** "MODE TEST" is shown when no real money moves. */
  test: boolean;
  lines: {
    reservationId: number;
    date: string;
    activity: string;
    slot: string;
    child: string;
    rank: number;
    priceCents: number;
    /** "Pourquoi ce prix ?": sentences, from the trace stored with the request. */
    why: string[];
  }[];
  /** The first place to be given back, in milliseconds since 1970. */
  holdExpiresAt: number;
  /** Whether the hold can still be prolonged (RGAA 13.1). */
  canProlong: boolean;
  subtotalCents: number;
  /** Credit available on the account at this régie. */
  balanceCents: number;
  totalCents: number;
  /** A payment already on its way at the bank. */
  openPaymentId: string | null;
};

/** The balance pays first; never less than zero to pay (handbook §5.4). */
export const totalDue = (subtotalCents: number, balanceCents: number): number =>
  Math.max(0, subtotalCents - Math.max(0, balanceCents));
