import { expect, test } from "vitest";
import { z } from "zod";
import { openPayment } from "@/lib/payments/systempay/open-payment";
import { statusOf } from "@/lib/payments/systempay/rules";
import { instantOfTransDate, isTransId, transDate } from "@/lib/payments/systempay/trans-key";
import { anOrder } from "../order";
import { vectorsOf } from "../vectors";
import { aShop } from "./shop";

test.each(vectorsOf("sp-status", { input: z.string(), expected: z.string() }))("$id: $input is $expected", (vector) => {
  expect(statusOf({ vads_trans_status: vector.input })).toEqual({ status: vector.expected, alert: false });
});

test.each(vectorsOf("sp-trans-date", { input: z.string(), expected: z.string() }))(
  "$id: $input is $expected",
  ({ input, expected }) => {
    expect(transDate(new Date(input))).toBe(expected);
    expect(instantOfTransDate(expected)).toEqual(new Date(input));
  },
);

test.each(vectorsOf("sp-trans-id-format", { input: z.string(), expected: z.boolean() }))(
  "$id: $input is a trans_id: $expected",
  ({ input, expected }) => {
    expect(isTransId(input)).toBe(expected);
  },
);

test.each(vectorsOf("sp-trans-id-tenths", { input: z.string(), expected: z.string() }))(
  "$id: $expected may name a payment of that day",
  ({ input, expected }) => {
    const tenths = Math.floor((new Date(input).getTime() % 86_400_000) / 100);
    expect(String(tenths).padStart(6, "0")).toBe(expected);

    const { reference } = openPayment(aShop(), { ...anOrder({ now: new Date(input) }), transId: expected });
    expect(reference).toBe(`12345678-20260310-${expected}`);
  },
);
