import type { PaymentOrder, PaymentOutcome } from "@/lib/payments/gateway";

/** What happened at the bank, and how we come to hear of it. */
export type Story = {
  end: "paid" | "refused" | "cancelled" | "unfinished";
  /** How long after the payment was opened we hear of it. */
  minutesLater?: number;
  amountCents?: number;
  /** The message is somebody else's work: it says paid, whatever happened. */
  forged?: boolean;
  /** The message is about a payment that nobody opened. */
  unknown?: boolean;
  trouble?: string;
};

/** A bank behind its adapter, with a real HTTP server at the other end of the wire. */
export type Bank = {
  /** Opens a payment: what names it from now on, and the amount that the bank understood. */
  open(order: PaymentOrder): Promise<{ reference: string; amountCents: number }>;
  /** Plays a story, and what we learn from it; null when we learn nothing. */
  hear(reference: string, story: Story): Promise<PaymentOutcome | null>;
  stop(): void;
};
