import { describe, expect, test } from "vitest";
import { type PaymentState, paymentStatus } from "@/db/schema";
import { canBecome, isFollowed, isGivenUp, isOpen, nextCheckAfter } from "@/lib/payments/rules";

const created = new Date("2026-09-09T08:00:00Z");
const at = (minutes: number) => new Date(created.getTime() + minutes * 60_000);

describe("states", () => {
  const anyResult: PaymentState[] = ["pending", "paid", "refused", "cancelled", "expired", "failed"];
  const moves: Record<PaymentState, PaymentState[]> = {
    initiated: anyResult,
    pending: anyResult,
    refused: ["paid"],
    cancelled: ["paid"],
    expired: ["paid", "refused", "cancelled"],
    failed: ["paid"],
    paid: [],
  };
  test.each(paymentStatus.enumValues)("%s goes where the protocol says", (from) => {
    const reachable = paymentStatus.enumValues.filter((to) => canBecome(from, to));
    expect(reachable.toSorted()).toEqual(moves[from].toSorted());
  });

  test("paid is the end, and everything else may still be found paid", () => {
    for (const from of paymentStatus.enumValues) expect(canBecome(from, "paid")).toBe(from !== "paid");
  });

  test.each([
    ["initiated", true, true],
    ["pending", true, true],
    ["expired", false, true],
    ["refused", false, false],
    ["cancelled", false, false],
    ["failed", false, false],
    ["paid", false, false],
  ] as const)("%s: open %s, followed %s", (status, open, followed) => {
    expect([isOpen(status), isFollowed(status)]).toEqual([open, followed]);
  });

  test("given up is what PayFiP calls A, as long as its payer could come back", () => {
    expect(isGivenUp("pending", { resultrans: "A" })).toBe(true);
    expect(isGivenUp("pending", { code: "P5" })).toBe(false);
    expect(isGivenUp("pending", null)).toBe(false);
    expect(isGivenUp("paid", { resultrans: "A" })).toBe(false);
  });
});

describe("the bank is asked again", () => {
  test.each([
    [0, 2],
    [2, 5],
    [5, 10],
    [10, 15],
    [24, 25],
    [25, 60],
    [59, 60],
    [24 * 60 - 1, 24 * 60],
    [24 * 60, 48 * 60],
    [6 * 24 * 60, 7 * 24 * 60],
  ])("after %i minutes: at %i", (minutes, next) => {
    expect(nextCheckAfter(created, at(minutes))).toEqual(at(next));
  });

  test("not after a week", () => {
    expect(nextCheckAfter(created, at(7 * 24 * 60))).toBeNull();
  });

  test("every five minutes at the most while the payer may be there", () => {
    for (let minute = 0; minute < 25; minute += 1) {
      const next = nextCheckAfter(created, at(minute));
      expect(((next?.getTime() ?? 0) - at(minute).getTime()) / 60_000).toBeLessThanOrEqual(5);
    }
  });
});
