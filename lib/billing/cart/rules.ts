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
    childId: string;
    slotId: number;
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

/** PayFiP takes nothing under one euro (protocols §2.4). */
const smallestPayment: Record<GatewayName, number> = { payfip: 100, systempay: 1 };

/**
 * The balance pays first; never less than zero to pay (handbook §5.4). A remainder too small for the bank leaves a little
 * of the credit unused instead of blocking the cart.
 */
export function totalDue(subtotalCents: number, balanceCents: number, gateway: GatewayName): number {
  const remainder = Math.max(0, subtotalCents - Math.max(0, balanceCents));
  return remainder === 0 ? 0 : Math.min(subtotalCents, Math.max(remainder, smallestPayment[gateway]));
}

const MINUTE = 60_000;
const EXTENSION_MINUTES = 20;
const LONGEST_SHORT_HOLD_MINUTES = 60;

/**
 * A short hold may be prolonged, up to an hour after the request (RGAA 13.1): long enough for anyone to pay, short
 * enough for those who wait. Gives the new end of the hold, or null when it cannot be moved.
 */
export function prolongedHold(now: Date, requestedAt: Date, holdExpiresAt: Date): Date | null {
  if (holdExpiresAt <= now) return null;
  const until = Math.min(
    now.getTime() + EXTENSION_MINUTES * MINUTE,
    requestedAt.getTime() + LONGEST_SHORT_HOLD_MINUTES * MINUTE,
  );
  return until > holdExpiresAt.getTime() ? new Date(until) : null;
}
