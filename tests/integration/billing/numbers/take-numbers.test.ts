import { expect } from "vitest";
import { takeNumbers } from "@/lib/billing/numbers/take-numbers";
import { inTransaction } from "@/lib/core/context";
import { test } from "../../../support/database";

test("follows the last number of its series, and no other's", async ({ ctx }) => {
  expect(await takeNumbers(ctx, { series: "A#", count: 2 })).toEqual([1, 2]);
  expect(await takeNumbers(ctx, { series: "B#", count: 1 })).toEqual([1]);
  expect(await takeNumbers(ctx, { series: "A#", count: 3 })).toEqual([3, 4, 5]);
  expect(await takeNumbers(ctx, { series: "A#", count: 0 })).toEqual([]);
});

test("leaves no gap when a transaction fails, and gives no number twice at the same moment", async ({
  committed: ctx,
}) => {
  const take = (fails: boolean) =>
    inTransaction(ctx, async (ctx) => {
      const numbers = await takeNumbers(ctx, { series: "A#", count: 2 });
      if (fails) throw new Error("undone");
      return numbers;
    });
  const taken = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => take(index % 3 === 0)));
  const numbers = taken.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
});

test("is the portal's own: nobody else takes numbers", async ({ ctx }) => {
  const visitor = { ...ctx, actor: { kind: "visitor" } } as const;
  await expect(takeNumbers(visitor, { series: "A#", count: 1 })).rejects.toMatchObject({ code: "unauthenticated" });
});
