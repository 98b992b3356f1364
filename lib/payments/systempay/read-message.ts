import { DomainError } from "@/lib/core/errors";
import type { PaymentOutcome } from "../gateway";
import { statusOf } from "./rules";
import type { SystempaySettings } from "./shop";
import { isSigned } from "./sign";
import { instantOfTransDate, isTransId, referenceOf } from "./trans-key";

/** Only the first kind can be a payment; a refund names its own transaction, a verification moves no money. */
export type SystempayMessage =
  | { kind: "payment"; outcome: PaymentOutcome }
  | { kind: "refund"; refund: PaymentOutcome }
  | { kind: "verification"; raw: Record<string, string> };

/** Reads a notification's body or a return's query, once it is proved to come from this shop's gateway. */
export function readMessage(shop: SystempaySettings, body: string): SystempayMessage {
  const fields = authenticate(shop, body);

  switch (fields.vads_operation_type ?? "DEBIT") {
    case "DEBIT":
      return { kind: "payment", outcome: outcomeOf(fields) };
    case "CREDIT":
      return { kind: "refund", refund: outcomeOf(fields) };
    case "VERIFICATION":
      return { kind: "verification", raw: fields };
    default:
      throw refused("unknown_operation");
  }
}

/** The shop that a message claims to be for, to find whose key proves it. */
export const siteIdOf = (body: string): string | undefined =>
  new URLSearchParams(body).get("vads_site_id") ?? undefined;

/** The signed fields alone: what nobody signed is not even kept. */
function authenticate({ siteId, mode, key }: SystempaySettings, body: string): Record<string, string> {
  const received = Object.fromEntries(new URLSearchParams(body));
  if (Object.keys(received).length === 0) throw refused("empty");
  if (!isSigned(received, key)) throw refused("bad_signature");
  if (received.vads_ctx_mode !== mode) throw refused("wrong_mode");
  if (received.vads_site_id !== siteId) throw refused("wrong_site");
  return Object.fromEntries(Object.entries(received).filter(([name]) => name.startsWith("vads_")));
}

function outcomeOf(fields: Record<string, string>): PaymentOutcome {
  const { vads_site_id = "", vads_trans_date = "", vads_trans_id = "", vads_amount = "" } = fields;
  if (fields.vads_currency !== "978") throw refused("wrong_currency");
  if (!instantOfTransDate(vads_trans_date) || !isTransId(vads_trans_id)) throw refused("no_reference");
  // Our own signed form, sent back to us, has everything but a result.
  const verdict = statusOf(fields);
  if (!verdict) throw refused("no_result");

  return {
    reference: referenceOf(vads_site_id, vads_trans_date, vads_trans_id),
    ...verdict,
    amountCents: /^\d{1,12}$/.test(vads_amount) ? Number(vads_amount) : null,
    orderReference: fields.vads_order_id,
    means: "card",
    bankReference: fields.vads_trans_uuid || undefined,
    occurredAt: instantOfTransDate(fields.vads_effective_creation_date ?? fields.vads_presentation_date),
    raw: fields,
  };
}

const refused = (reason: string) => new DomainError("invalid_notification", { reason });
