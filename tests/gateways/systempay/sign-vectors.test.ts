import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { readMessage } from "@/lib/payments/systempay/read-message";
import { isSigned, sign, stringToSign } from "@/lib/payments/systempay/sign";
import { vectorsOf } from "../vectors";

const algorithm = z.enum(["SHA-1", "HMAC-SHA-256"]);
const fields = z.record(z.string(), z.string());
const signed = {
  algorithm,
  key: z.string(),
  fields,
  expected_signature: z.string(),
  string_to_sign: z.string().optional(),
};

/** The older algorithm, which the portal refuses: shown here to prove the string that both sign. */
const signatureOf = (algorithm: string, fields: Record<string, string>, key: string) =>
  algorithm === "SHA-1" ? createHash("sha1").update(stringToSign(fields, key)).digest("hex") : sign(fields, key);

test.each([
  ...vectorsOf("form-signature", signed),
  ...vectorsOf("form-signature-ignores-other-fields", signed),
  ...vectorsOf("notification-business-reject", signed),
])("$id: signs as published", ({ algorithm, fields, key, expected_signature, string_to_sign }) => {
  if (string_to_sign !== undefined) expect(stringToSign(fields, key)).toBe(string_to_sign);
  expect(signatureOf(algorithm, fields, key)).toBe(expected_signature);
});

test.each(vectorsOf("notification-business-reject", signed))("$id: refuses another shop", (vector) => {
  const body = new URLSearchParams({ ...vector.fields, signature: vector.expected_signature }).toString();
  const shop = { siteId: "123456789", mode: "PRODUCTION" as const, key: vector.key };
  expect(() => readMessage(shop, body)).toThrow(expect.objectContaining({ details: { reason: "wrong_site" } }));
});

const expectedOf = z.object({
  outcome: z.string(),
  amount_cents: z.number().optional(),
  order_id: z.string().optional(),
  auth_result: z.string().optional(),
  trans_key: z.string().optional(),
});
const message = { algorithm, key: z.string(), body: z.string() };
const messages = [
  ...vectorsOf("notification", { ...message, expected: expectedOf }),
  ...vectorsOf("browser-return", { ...message, expected: expectedOf }),
];

test.each(messages)("$id: has the signature it came with", ({ algorithm, body, key }) => {
  const fields = Object.fromEntries(new URLSearchParams(body));
  expect(signatureOf(algorithm, fields, key)).toBe(fields.signature);
  expect(isSigned(fields, key)).toBe(algorithm === "HMAC-SHA-256");
});

test.each(messages)("$id: is $expected.outcome", ({ algorithm, body, key, expected }) => {
  const fields = Object.fromEntries(new URLSearchParams(body));
  const live =
    algorithm === "SHA-1" ? new URLSearchParams({ ...fields, signature: sign(fields, key) }).toString() : body;
  const read = readMessage({ siteId: fields.vads_site_id ?? "", mode: "TEST", key }, live);

  if (read.kind !== "payment") throw new Error("a payment was expected");
  const [date = "", transId = ""] = (expected.trans_key ?? `${fields.vads_trans_date}_${fields.vads_trans_id}`).split(
    "_",
  );
  expect(read.outcome).toMatchObject({
    reference: `${fields.vads_site_id}-${date.slice(0, 8)}-${transId}`,
    status: expected.outcome,
    alert: false,
    amountCents: expected.amount_cents ?? Number(fields.vads_amount),
    orderReference: expected.order_id ?? fields.vads_order_id,
  });
  expect(read.outcome.raw.vads_auth_result).toBe(expected.auth_result ?? fields.vads_auth_result);
});

test.each([
  ...vectorsOf("notification-bad-signature", message),
  ...vectorsOf("notification", message).filter(({ algorithm }) => algorithm === "SHA-1"),
])("$id: is refused", ({ body, key }) => {
  const siteId = new URLSearchParams(body).get("vads_site_id") ?? "";
  expect(() => readMessage({ siteId, mode: "TEST", key }, body)).toThrow(
    expect.objectContaining({ code: "invalid_notification", details: { reason: "bad_signature" } }),
  );
});
