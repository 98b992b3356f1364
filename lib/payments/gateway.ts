/** What a payment can be for us, whatever the bank's words; `expired` may still become `paid` when the bank says so late. */
export type PaymentStatus = "paid" | "refused" | "cancelled" | "expired" | "pending";

/** What was frozen when the payment was written; the adapter cleans the texts for its bank. */
export type PaymentOrder = {
  amountCents: number;
  subject: string;
  /** Ours, unique, `[A-Za-z0-9]{6,30}`. */
  orderReference: string;
  payerEmail: string;
  now: Date;
  notificationUrl: string;
  returnUrl: string;
};

/** Where the browser goes; `fields` means that it posts them to `url`. */
export type PaymentRedirect = { reference: string; url: string; fields?: Record<string, string> };

/** What a bank tells us, whatever the bank. Amount and order stay to be compared with what was asked. */
export type PaymentOutcome = {
  reference: string;
  status: PaymentStatus;
  amountCents: number | null;
  /** The order as the bank echoes it; absent when it does not. */
  orderReference?: string;
  means?: "card" | "direct_debit";
  /** The authorisation number (PayFiP) or the transaction's uuid (Systempay). */
  bankReference?: string;
  occurredAt?: Date;
  /** The bank said something rare: the state above is safe, and an agent should look. */
  alert?: boolean;
  raw: Record<string, string>;
};
