import { describe, expect, test } from "vitest";
import { addMinutes } from "@/lib/core/calendar";
import { resultAfter } from "@/lib/payments/simulator/systempay/back-office";
import { findTestCard, offeredCards } from "@/lib/payments/simulator/systempay/cards";
import { fieldOfNumber, wrongFieldOf } from "@/lib/payments/simulator/systempay/check-form";
import { payByCardInput } from "@/lib/payments/simulator/systempay/input";
import { notificationBody, returnOf } from "@/lib/payments/simulator/systempay/messages";
import { resultOf } from "@/lib/payments/simulator/systempay/result";
import { simulatedShop } from "@/lib/payments/simulator/systempay/shop";
import { openPayment } from "@/lib/payments/systempay/open-payment";
import { readMessage } from "@/lib/payments/systempay/read-message";
import { isSigned, sign } from "@/lib/payments/systempay/sign";
import { anOrder } from "../order";

const now = new Date("2026-09-09T08:00:00Z");
const clock = { now, uuid: "4f2c0d8f-6a7b-4b1c-9d3e-5f60718293a4" };
const gateway = { origin: "http://localhost:3000", now };
const shop = { ...simulatedShop, url: "http://localhost:3000/simulateurs/systempay/vads-payment" };
const { fields: posted = {} } = openPayment(shop, { ...anOrder(), transId: "000123" });
const { signature: _, ...form } = posted;

const paidBy = (number: string, toValidate = false) => {
  const card = findTestCard(number);
  if (!card) throw new Error("not a test card");
  return resultOf(form, { card, month: "6", year: "2030", toValidate }, clock);
};
const fieldsOf = (body: string) => Object.fromEntries(new URLSearchParams(body));

describe("a form", () => {
  const signed = (changes: Record<string, string>) => {
    const fields = { ...form, ...changes };
    return { ...fields, signature: sign(fields, simulatedShop.key) };
  };

  test("of the portal passes every check", () => expect(wrongFieldOf(posted, gateway)).toBeUndefined());

  test.each([
    ["00", { ...posted, vads_amount: "1" }],
    ["02", signed({ vads_site_id: "87654321" })],
    ["01", signed({ vads_version: "V1" })],
    ["03", signed({ vads_trans_id: "900000" })],
    ["04", signed({ vads_trans_date: "20260909" })],
    ["04", signed({ vads_trans_date: "20260907080000" })],
    ["07", signed({ vads_payment_config: "DOUBLE" })],
    ["09", signed({ vads_amount: "0100" })],
    ["10", signed({ vads_currency: "840" })],
    ["11", signed({ vads_ctx_mode: "PRODUCTION" })],
    ["13", signed({ vads_order_id: "R 2026" })],
    ["14", signed({ vads_order_info: "<b>" })],
    ["15", signed({ vads_cust_email: "camille" })],
    ["28", signed({ vads_url_return: "javascript:alert(1)" })],
    ["33", signed({ vads_url_check: "http://elsewhere.example.org/" })],
    ["46", signed({ vads_page_action: "REGISTER" })],
    ["47", signed({ vads_action_mode: "SILENT" })],
    ["48", signed({ vads_return_mode: "PUT" })],
  ])("is refused with the number %s", (number, fields) => {
    expect(wrongFieldOf(fields, gateway)).toBe(number);
    expect(fieldOfNumber(number)).toBeDefined();
  });

  test("is good for a day around the gateway's clock", () => {
    expect(wrongFieldOf(posted, { ...gateway, now: addMinutes(now, 24 * 60) })).toBeUndefined();
    expect(wrongFieldOf(posted, { ...gateway, now: addMinutes(now, 24 * 60 + 1) })).toBe("04");
  });
});

describe("a notification", () => {
  test.each([
    ["4970100000000000", "AUTHORISED", "00", "paid"],
    ["4970100000000098", "REFUSED", "51", "refused"],
    ["4970100000000099", "REFUSED", "05", "refused"],
    ["4970100000000054", "REFUSED", "54", "refused"],
    ["4970100000000097", "REFUSED", "", "refused"],
  ])("of the card %s is %s with %s, which the portal reads as %s", (number, transStatus, authResult, status) => {
    const body = notificationBody({ form, result: paidBy(number) }, "PAY");
    expect(fieldsOf(body)).toMatchObject({ vads_trans_status: transStatus, vads_auth_result: authResult });
    expect(readMessage(simulatedShop, body)).toMatchObject({ kind: "payment", outcome: { status, amountCents: 1240 } });
  });

  test("echoes the form without its addresses, and adds what the gateway knows", () => {
    const fields = fieldsOf(notificationBody({ form, result: paidBy("4970100000000000") }, "PAY"));
    expect(Object.keys(fields).filter((name) => name.startsWith("vads_url_"))).toEqual(["vads_url_check_src"]);
    expect(fields).toMatchObject({
      vads_card_number: "497010XXXXXX0000",
      vads_effective_amount: "1240",
      vads_operation_type: "DEBIT",
      vads_order_id: "R2026000123",
      vads_trans_uuid: "4f2c0d8f6a7b4b1c9d3e5f60718293a4",
      vads_url_check_src: "PAY",
    });
  });

  test("of a payment given up has no transaction yet", () => {
    const fields = fieldsOf(notificationBody({ form, result: resultOf(form, "abandoned", clock) }, "PAY"));
    expect(fields).toMatchObject({ vads_trans_status: "ABANDONED", vads_result: "17" });
    expect(fields).not.toHaveProperty("vads_trans_uuid");
  });

  test.each([
    ["wrong_signature", { reason: "bad_signature" }],
    ["other_mode", { reason: "wrong_mode" }],
  ] as const)("of the scenario %s is refused", (scenario, details) => {
    const body = notificationBody({ form, result: paidBy("4970100000000000") }, "PAY", scenario);
    expect(() => readMessage(simulatedShop, body)).toThrow(expect.objectContaining({ details }));
  });

  test.each([
    ["wrong_amount", { amountCents: 1340, status: "paid" }],
    ["unknown_field", { amountCents: 1240, status: "paid" }],
  ] as const)("of the scenario %s is authentic", (scenario, outcome) => {
    const body = notificationBody({ form, result: paidBy("4970100000000000") }, "PAY", scenario);
    expect(readMessage(simulatedShop, body)).toMatchObject({ outcome });
  });

  test("of a payment to validate is pending", () => {
    const body = notificationBody({ form, result: paidBy("4970100000000000", true) }, "PAY");
    expect(readMessage(simulatedShop, body)).toMatchObject({ outcome: { status: "pending", alert: false } });
  });
});

describe("the way back", () => {
  const result = paidBy("4970100000000000");
  const backWith = (changes: Record<string, string>) => returnOf({ form: { ...form, ...changes }, result });

  test("carries the result, signed for itself", () => {
    const back = new URL(backWith({})?.url ?? "");
    const fields = Object.fromEntries(back.searchParams);
    expect(back.href).toContain("http://localhost:3000/panier/retour?");
    expect(fields).not.toHaveProperty("vads_hash");
    expect(isSigned(fields, simulatedShop.key)).toBe(true);
    expect(readMessage(simulatedShop, back.search.slice(1))).toMatchObject({ outcome: { status: "paid" } });
  });

  test("is a form where the shop wants POST, and bare where it wants nothing", () => {
    expect(backWith({ vads_return_mode: "POST" })?.fields).toMatchObject({ vads_trans_status: "AUTHORISED" });
    expect(backWith({ vads_return_mode: "NONE" })).toEqual({ url: "http://localhost:3000/panier/retour" });
    expect(backWith({ vads_url_return: "" })).toBeNull();
  });

  test("prefers the address for this very end", () => {
    expect(backWith({ vads_url_success: "http://localhost:3000/merci" })?.url).toContain("/merci?");
    expect(backWith({ vads_url_cancel: "http://localhost:3000/dommage" })?.url).toContain("/panier/retour?");
  });
});

describe("the back office", () => {
  const result = paidBy("4970100000000000");

  test.each([
    ["capture", { status: "paid", alert: false }],
    ["cancel", { status: "cancelled", alert: true }],
    ["expire", { status: "expired", alert: false }],
  ] as const)("%s tells the portal %o", (operation, outcome) => {
    const body = notificationBody({ form, result: resultAfter(operation, result, clock) }, "MERCH_BO");
    expect(readMessage(simulatedShop, body)).toMatchObject({ kind: "payment", outcome });
  });

  test("a refund is another transaction, with a number of the gateway's own", () => {
    const body = notificationBody({ form, result: resultAfter("refund", result, clock) }, "MERCH_BO");
    expect(readMessage(simulatedShop, body)).toMatchObject({
      kind: "refund",
      refund: { reference: expect.stringMatching(/^12345678-20260909-9\d{5}$/), amountCents: 1240 },
    });
  });
});

test("only the cards of the list are test cards", () => {
  const typed = { id: clock.uuid, scenario: "normal", month: "6", year: "2030", code: "123" };
  expect(payByCardInput.parse({ ...typed, card: "4970 1000 0000 0000" })).toMatchObject({ card: "4970100000000000" });
  expect(payByCardInput.safeParse({ ...typed, card: "4111111111111111" }).error?.issues[0]?.message).toBe("carte");
  expect(payByCardInput.safeParse({ ...typed, card: "4970100000000000", code: "12" }).error?.issues[0]?.message).toBe(
    "cryptogramme",
  );
  expect(new Set(offeredCards.map(({ label }) => label)).size).toBe(offeredCards.length);
});
