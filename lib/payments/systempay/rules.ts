import type { PaymentStatus } from "../gateway";

/** A state, and whether an agent should look at what led to it. */
type Verdict = { status: PaymentStatus; alert: boolean };

const statuses: Record<string, PaymentStatus> = {
  AUTHORISED: "paid",
  CAPTURED: "paid",
  ACCEPTED: "paid",
  PARTIALLY_AUTHORISED: "pending",
  AUTHORISED_TO_VALIDATE: "pending",
  WAITING_AUTHORISATION_TO_VALIDATE: "pending",
  WAITING_AUTHORISATION: "pending",
  INITIAL: "pending",
  CAPTURE_PENDING: "pending",
  UNDER_VERIFICATION: "pending",
  PRE_AUTHORISED: "pending",
  WAITING_FOR_PAYMENT: "pending",
  SUSPENDED: "pending",
  PENDING: "pending",
  REFUND_TO_RETRY: "pending",
  REFUSED: "refused",
  CAPTURE_FAILED: "refused",
  ABANDONED: "cancelled",
  NOT_CREATED: "cancelled",
  CANCELLED: "cancelled",
  EXPIRED: "expired",
};

/** Part of the amount only, money that did not come after all, or a back-office act on what may be paid already. */
const alarming = new Set(["PARTIALLY_AUTHORISED", "CAPTURE_FAILED", "CANCELLED"]);

/** Where a payment stands: by `vads_trans_status`, or by the results that were there before it; undefined without any. */
export function statusOf(fields: Record<string, string>): Verdict | undefined {
  const { vads_trans_status: word, vads_result: result, vads_auth_result: authResult } = fields;
  if (word === undefined) return oldStatusOf(result, authResult);

  const status = Object.hasOwn(statuses, word) ? statuses[word] : undefined;
  return { status: status ?? "pending", alert: !status || alarming.has(word) };
}

function oldStatusOf(result: string | undefined, authResult: string | undefined): Verdict | undefined {
  if (result === undefined && authResult === undefined) return undefined;
  if (result === "17") return { status: "cancelled", alert: false };
  if (result === "02" || result === "05") return { status: "refused", alert: false };

  const accepted = (result ?? "00") === "00" && (authResult ?? "00") === "00";
  if (accepted) return { status: "paid", alert: false };
  const refusedByBank = result === undefined && authResult !== "";
  return refusedByBank ? { status: "refused", alert: false } : { status: "pending", alert: true };
}
