import { expect } from "vitest";
import { transactionCounters } from "@/db/schema";
import { nextTransId } from "@/lib/payments/systempay/next-trans-id";
import { test } from "../../support/database";
import { aHousehold, guardianOf } from "../../support/factories";

const noon = new Date("2026-09-09T12:00:00Z");

test("counts from 000000, per shop and per UTC day", async ({ ctx }) => {
  expect(await nextTransId(ctx, "12345678", noon)).toBe("000000");
  expect(await nextTransId(ctx, "12345678", noon)).toBe("000001");
  expect(await nextTransId(ctx, "87654321", noon)).toBe("000000");
  expect(await nextTransId(ctx, "12345678", new Date("2026-09-09T23:59:59Z"))).toBe("000002");
  expect(await nextTransId(ctx, "12345678", new Date("2026-09-10T00:00:00Z"))).toBe("000000");
});

test("stops at 899999: what follows is the bank's own", async ({ ctx }) => {
  await ctx.db.insert(transactionCounters).values({ siteId: "12345678", day: "2026-09-09", last: 899_998 });
  expect(await nextTransId(ctx, "12345678", noon)).toBe("899999");
  await expect(nextTransId(ctx, "12345678", noon)).rejects.toMatchObject({ code: "gateway_unavailable" });
});

test("gives each number once, however many ask at the same moment", async ({ committed: ctx }) => {
  const ids = await Promise.all(Array.from({ length: 50 }, () => nextTransId(ctx, "12345678", noon)));
  expect(ids.toSorted()).toEqual(Array.from({ length: 50 }, (_, number) => String(number).padStart(6, "0")));
});

test("is for the portal itself", async ({ ctx }) => {
  const guardian = await guardianOf(ctx, await aHousehold(ctx));
  await expect(nextTransId(guardian, "12345678", noon)).rejects.toMatchObject({ code: "forbidden" });
});
