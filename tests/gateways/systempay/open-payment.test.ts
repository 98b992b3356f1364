import fc from "fast-check";
import { expect, test } from "vitest";
import { openPayment } from "@/lib/payments/systempay/open-payment";
import { readMessage } from "@/lib/payments/systempay/read-message";
import { isSigned, sign, stringToSign } from "@/lib/payments/systempay/sign";
import { anOrder } from "../order";
import { aShop } from "./shop";

const order = (overrides: Parameters<typeof anOrder>[0] = {}) => ({ ...anOrder(overrides), transId: "000123" });

test("gives the browser a complete and signed form", () => {
  const { reference, url, fields = {} } = openPayment(aShop(), order());
  expect(reference).toBe("12345678-20260909-000123");
  expect(url).toBe(aShop().url);
  const { signature, ...signed } = fields;
  expect(signed).toEqual({
    vads_action_mode: "INTERACTIVE",
    vads_amount: "1240",
    vads_contrib: "portail-famille",
    vads_ctx_mode: "TEST",
    vads_currency: "978",
    vads_cust_email: "camille.rousseau@exemple.fr",
    vads_language: "fr",
    vads_order_id: "R2026000123",
    vads_order_info: "Réservations de septembre – Périscolaire Jules-Ferry",
    vads_page_action: "PAYMENT",
    vads_payment_config: "SINGLE",
    vads_return_mode: "GET",
    vads_site_id: "12345678",
    vads_trans_date: "20260909080000",
    vads_trans_id: "000123",
    vads_url_check: "http://localhost:3000/api/paiements/notification",
    vads_url_return: "http://localhost:3000/panier/retour",
    vads_version: "V2",
  });
  expect(signature).toBe(sign(signed, aShop().key));
});

test("cleans the texts before it signs them", () => {
  const subject = `  Cantine <b>mars</b>\r\n2026 + goûter ${"x".repeat(300)}`;
  const { fields = {} } = openPayment(aShop(), order({ subject }));
  expect(fields.vads_order_info).toMatch(/^Cantine bmars\/b 2026 {3}goûter x+$/);
  expect(fields.vads_order_info).toHaveLength(255);
  expect(isSigned(fields, aShop().key)).toBe(true);
});

test.each([
  ["amount_too_small", { amountCents: 0 }],
  ["amount_too_large", { amountCents: 1_000_000_000_000 }],
  ["gateway_misconfigured", { amountCents: 12.4 }],
  ["payer_email_refused", { payerEmail: "camille" }],
  ["payer_email_refused", { payerEmail: `${"a".repeat(120)}@exemple.fr` }],
  ["gateway_misconfigured", { orderReference: "R 2026" }],
  ["gateway_misconfigured", { returnUrl: "/panier" }],
  ["gateway_misconfigured", { notificationUrl: "http://localhost:3000/a+b" }],
  ["gateway_misconfigured", { transId: "900000" }],
  ["gateway_misconfigured", { transId: "12345" }],
])("answers %s to %o", (code, wrong) => {
  expect(() => openPayment(aShop(), { ...order(), ...wrong })).toThrow(expect.objectContaining({ code }));
});

test.each([{ siteId: "1234567" }, { key: "" }])("refuses the settings %o", (wrong) => {
  const opening = () => openPayment(aShop(wrong), order());
  expect(opening).toThrow(expect.objectContaining({ code: "gateway_misconfigured" }));
});

/** A paid notification for somebody's pending payment, spelt as the address of a payer. */
const forgingEmail = "a+1240+TEST+978+12345678+20260909080000+000123+AUTHORISED+b@exemple.fr";

/** Reads a signed form anew: the same string, cut elsewhere, under other names. */
function forge(fields: Record<string, string>): string {
  const values = stringToSign(fields, "").slice(0, -1);
  const start = values.indexOf("a+1240") + 2;
  const end = values.indexOf("+b@exemple.fr");
  const names = ["amount", "ctx_mode", "currency", "site_id", "trans_date", "trans_id", "trans_status"];
  const stolen = values.slice(start, end).split("+");
  const forged = Object.fromEntries(names.map((name, rank) => [`vads_${name}`, stolen[rank] ?? ""]));
  return new URLSearchParams({
    vads_a: values.slice(0, start - 1),
    ...forged,
    vads_z: values.slice(end + 1),
    signature: fields.signature ?? "",
  }).toString();
}

test("signs nothing that a payer could read a paid notification into", () => {
  const { fields = {} } = openPayment(aShop(), order({ payerEmail: forgingEmail }));
  expect(() => readMessage(aShop(), forge(fields))).toThrow(expect.objectContaining({ code: "invalid_notification" }));
});

test("the forgery is real where such an address is signed", () => {
  const { fields = {} } = openPayment(aShop(), order());
  const { signature: _, ...naive }: Record<string, string> = { ...fields, vads_cust_email: forgingEmail };
  const body = forge({ ...naive, signature: sign(naive, aShop().key) });
  expect(readMessage(aShop(), body)).toMatchObject({
    outcome: { reference: "12345678-20260909-000123", status: "paid" },
  });
});

test("no order puts a plus sign into a signed value", () => {
  fc.assert(
    fc.property(fc.string(), fc.emailAddress(), (subject, payerEmail) => {
      fc.pre(payerEmail.length <= 127);
      const { fields = {} } = openPayment(aShop(), order({ subject, payerEmail }));
      const { signature: _, ...signed } = fields;
      expect(Object.values(signed).filter((value) => /[+<>\r\n]/.test(value))).toEqual([]);
    }),
  );
});
