import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prolongedHold, totalDue } from "@/lib/billing/cart/rules";
import { keptAsCredit } from "@/lib/billing/rules";

const now = new Date("2026-09-09T08:00:00Z");
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe("what is due", () => {
  test.each([
    [600, 0, 600],
    [600, 450, 150],
    [600, 600, 0],
    [600, 1000, 0],
    [600, -200, 600],
    [0, 0, 0],
  ])("%i with a balance of %i: %i", (subtotal, balance, total) => {
    expect(totalDue(subtotal, balance, "payfip")).toBe(total);
  });

  test("leaves a little credit unused rather than ask PayFiP for less than a euro", () => {
    expect(totalDue(650, 600, "payfip")).toBe(100);
    expect(totalDue(650, 600, "systempay")).toBe(50);
    expect(totalDue(50, 20, "payfip")).toBe(50);
  });
});

describe("a hold that is prolonged", () => {
  test.each<[string, number, number, number | null]>([
    ["gets twenty minutes more", -15, 5, 20],
    ["up to an hour after its request", -50, 5, 10],
    ["and no further", -50, 10, null],
    ["never gets shorter", 0, 90, null],
    ["is not revived when it is over", -20, 0, null],
  ])("%s", (_, requestedAt, holdExpiresAt, until) => {
    expect(prolongedHold(now, at(requestedAt), at(holdExpiresAt))).toEqual(until === null ? null : at(until));
  });
});

describe("what of a payment stays on the account", () => {
  test.each([
    ["nothing when all was booked", 600, { missedCents: 0, leftCents: 0 }, 0],
    ["nothing of older credit", 600, { missedCents: 0, leftCents: 500 }, 0],
    ["all of it when all was gone", 600, { missedCents: 600, leftCents: 600 }, 600],
    ["what was missing", 600, { missedCents: 300, leftCents: 300 }, 300],
    ["never more than was paid, though credit was missing a place too", 150, { missedCents: 600, leftCents: 600 }, 150],
    ["never more than the account still has", 600, { missedCents: 300, leftCents: 100 }, 100],
    ["nothing when the account has nothing", 600, { missedCents: 300, leftCents: -50 }, 0],
  ])("%s", (_, amount, booked, kept) => {
    expect(keptAsCredit(amount, booked)).toBe(kept);
  });

  test("a receipt always adds up: what was paid and used is what was booked and kept", () => {
    const amounts = fc.record({
      amount: fc.integer({ min: 1, max: 10_000 }),
      credit: fc.nat(10_000),
      spent: fc.nat(10_000),
      gone: fc.nat(20_000),
    });
    fc.assert(
      fc.property(amounts, ({ amount, credit, spent, gone }) => {
        const balance = amount + Math.max(0, credit - spent);
        const waiting = Math.max(0, amount + credit - gone);
        const booked = waiting <= balance ? waiting : 0;
        const kept = keptAsCredit(amount, { missedCents: amount + credit - booked, leftCents: balance - booked });
        const used = booked + kept - amount;
        expect(used).toBeGreaterThanOrEqual(0);
        expect(used).toBeLessThanOrEqual(Math.max(0, credit - spent));
        expect(kept).toBeLessThanOrEqual(balance - booked);
      }),
    );
  });
});
