import fc from "fast-check";
import { expect, test } from "vitest";
import { openPayment } from "@/lib/payments/systempay/open-payment";
import { readMessage, siteIdOf } from "@/lib/payments/systempay/read-message";
import { refusalSentence } from "@/lib/payments/systempay/refusal";
import { statusOf } from "@/lib/payments/systempay/rules";
import { anOrder } from "../order";
import { aShop, paidFields, signedBody } from "./shop";

const read = (body: string) => readMessage(aShop(), body);
const refusedFor = (reason: string) => expect.objectContaining({ code: "invalid_notification", details: { reason } });

test("reads a paid notification, and keeps what was signed only", () => {
  expect(read(`${signedBody()}&resultrans=P`)).toEqual({
    kind: "payment",
    outcome: {
      reference: "12345678-20260909-000123",
      status: "paid",
      alert: false,
      amountCents: 1240,
      orderReference: "R2026000123",
      means: "card",
      bankReference: "4f2c0d8f6a7b4b1c9d3e5f60718293a4",
      occurredAt: new Date("2026-09-09T08:01:00Z"),
      raw: paidFields,
    },
  });
});

test.each([
  ["empty", ""],
  ["bad_signature", "nonsense"],
  ["bad_signature", "<!DOCTYPE x>"],
  ["bad_signature", `${signedBody()}&vads_amount=1`],
  ["bad_signature", signedBody({}, "another key")],
  ["bad_signature", signedBody().replace(/signature=.*/, "")],
  ["wrong_mode", signedBody({ vads_ctx_mode: "PRODUCTION" })],
  ["wrong_site", signedBody({ vads_site_id: "87654321" })],
  ["wrong_currency", signedBody({ vads_currency: "840" })],
  ["wrong_currency", signedBody({ vads_currency: undefined })],
  ["no_reference", signedBody({ vads_trans_id: undefined })],
  ["no_reference", signedBody({ vads_trans_date: "yesterday" })],
  ["unknown_operation", signedBody({ vads_operation_type: "GIFT" })],
  ["no_result", signedBody({ vads_trans_status: undefined, vads_result: undefined, vads_auth_result: undefined })],
])("refuses for %s", (reason, body) => {
  expect(() => read(body)).toThrow(refusedFor(reason));
});

test("refuses our own form when it comes back as a notification", () => {
  const { fields = {} } = openPayment(aShop(), { ...anOrder(), transId: "000123" });
  expect(() => read(new URLSearchParams(fields).toString())).toThrow(refusedFor("no_result"));
});

test("signs over fields that are unknown or empty", () => {
  const body = signedBody({ vads_new_of_the_year: "1", vads_warranty_result: "" });
  expect(read(body)).toMatchObject({ kind: "payment" });
  expect(() => read(body.replace("&vads_warranty_result=", ""))).toThrow(refusedFor("bad_signature"));
  expect(() => read(body.replace("&vads_new_of_the_year=1", ""))).toThrow(refusedFor("bad_signature"));
});

test("any change to a signed value is seen", () => {
  const names = Object.keys(paidFields);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string(), (name, value) => {
      fc.pre(value !== paidFields[name]);
      const fields = Object.fromEntries(new URLSearchParams(signedBody()));
      expect(() => read(new URLSearchParams({ ...fields, [name]: value }).toString())).toThrow(
        refusedFor("bad_signature"),
      );
    }),
  );
});

test("a refund is no payment, and names its own transaction", () => {
  const message = read(signedBody({ vads_operation_type: "CREDIT", vads_trans_id: "912345" }));
  expect(message).toMatchObject({
    kind: "refund",
    refund: { reference: "12345678-20260909-912345", orderReference: "R2026000123", amountCents: 1240 },
  });
});

test("a card verification is no payment", () => {
  expect(read(signedBody({ vads_operation_type: "VERIFICATION" }))).toMatchObject({ kind: "verification" });
});

test("a message of before operation types is a payment", () => {
  expect(read(signedBody({ vads_operation_type: undefined }))).toMatchObject({ kind: "payment" });
});

test.each([
  ["AUTHORISED", "paid", false],
  ["CAPTURED", "paid", false],
  ["ACCEPTED", "paid", false],
  ["PARTIALLY_AUTHORISED", "pending", true],
  ["AUTHORISED_TO_VALIDATE", "pending", false],
  ["WAITING_AUTHORISATION_TO_VALIDATE", "pending", false],
  ["WAITING_AUTHORISATION", "pending", false],
  ["INITIAL", "pending", false],
  ["CAPTURE_PENDING", "pending", false],
  ["UNDER_VERIFICATION", "pending", false],
  ["PRE_AUTHORISED", "pending", false],
  ["WAITING_FOR_PAYMENT", "pending", false],
  ["SUSPENDED", "pending", false],
  ["PENDING", "pending", false],
  ["REFUND_TO_RETRY", "pending", false],
  ["REFUSED", "refused", false],
  ["CAPTURE_FAILED", "refused", true],
  ["ABANDONED", "cancelled", false],
  ["NOT_CREATED", "cancelled", false],
  ["CANCELLED", "cancelled", true],
  ["EXPIRED", "expired", false],
  ["NEVER_HEARD_OF", "pending", true],
  ["", "pending", true],
  ["constructor", "pending", true],
])("the status %s is %s, alert: %s", (word, status, alert) => {
  expect(statusOf({ vads_trans_status: word, vads_result: "00", vads_auth_result: "00" })).toEqual({ status, alert });
});

test.each([
  ["00", "00", "paid"],
  ["00", undefined, "paid"],
  [undefined, "00", "paid"],
  ["05", "51", "refused"],
  ["02", undefined, "refused"],
  ["17", "", "cancelled"],
  ["00", "05", "pending"],
  ["00", "", "pending"],
  ["30", undefined, "pending"],
  ["96", "96", "pending"],
  [undefined, "51", "refused"],
  [undefined, "", "pending"],
])("of the old shape, result %s and network %s is %s", (result, authResult, status) => {
  const verdict = statusOf({
    ...(result && { vads_result: result }),
    ...(authResult !== undefined && { vads_auth_result: authResult }),
  });
  expect(verdict).toEqual({ status, alert: status === "pending" });
});

test("tells a family no more than its bank's refusal", () => {
  const sentences = ["34", "41", "43", "59", "05", "", undefined].map(refusalSentence);
  expect(new Set(sentences)).toEqual(new Set(["Paiement refusé par votre banque."]));
  expect(refusalSentence("51")).toContain("plafond ou provision");
  expect(refusalSentence("61")).toBe(refusalSentence("51"));
});

test("finds the shop of a message before its key is known", () => {
  expect(siteIdOf(signedBody())).toBe("12345678");
  expect(siteIdOf("nonsense")).toBeUndefined();
});
