import { createHmac } from "node:crypto";

const KEY = "1122334455667788";

type Payment = { reference: string | null; orderReference: string; amountCents: number; createdAt: Date };

/** What the bank's server posts about a payment, signed as protocols §5.5 says; an undefined field is left out. */
export function systempayNotice(
  { reference, orderReference, amountCents, createdAt }: Payment,
  changes: Record<string, string | undefined> = {},
  key = KEY,
): string {
  const [siteId, , transId] = (reference ?? "").split("-");
  const fields = Object.entries({
    vads_amount: String(amountCents),
    vads_auth_result: "00",
    vads_ctx_mode: "TEST",
    vads_currency: "978",
    vads_effective_creation_date: "20260909080100",
    vads_operation_type: "DEBIT",
    vads_order_id: orderReference,
    vads_result: "00",
    vads_site_id: siteId,
    vads_trans_date: createdAt.toISOString().replaceAll(/\D/g, "").slice(0, 14),
    vads_trans_id: transId,
    vads_trans_status: "AUTHORISED",
    vads_trans_uuid: "4f2c0d8f6a7b4b1c9d3e5f60718293a4",
    vads_url_check_src: "PAY",
    ...changes,
  }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));

  const text = [...fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value), key].join("+");
  const signature = createHmac("sha256", key).update(text).digest("base64");
  return new URLSearchParams([...fields.map(([name, value]) => [name, value]), ["signature", signature]]).toString();
}
