import type { SystempayShop } from "@/lib/payments/systempay/shop";
import { sign } from "@/lib/payments/systempay/sign";

export const aShop = (overrides: Partial<SystempayShop> = {}): SystempayShop => ({
  siteId: "12345678",
  mode: "TEST",
  key: "Zt7mQ2xV9rLp4KdW",
  url: "https://paiement.systempay.fr/vads-payment/",
  ...overrides,
});

export const paidFields: Record<string, string> = {
  vads_amount: "1240",
  vads_auth_result: "00",
  vads_ctx_mode: "TEST",
  vads_currency: "978",
  vads_effective_creation_date: "20260909080100",
  vads_operation_type: "DEBIT",
  vads_order_id: "R2026000123",
  vads_result: "00",
  vads_site_id: "12345678",
  vads_trans_date: "20260909080000",
  vads_trans_id: "000123",
  vads_trans_status: "AUTHORISED",
  vads_trans_uuid: "4f2c0d8f6a7b4b1c9d3e5f60718293a4",
};

/** The body of a message that the gateway signed; an undefined field is left out. */
export function signedBody(changes: Record<string, string | undefined> = {}, key = aShop().key): string {
  const entries = Object.entries({ ...paidFields, ...changes });
  const fields = Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return new URLSearchParams({ ...fields, signature: sign(fields, key) }).toString();
}
