import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, refundRequests } from "@/db/schema";
import { checkout } from "@/lib/billing/cart/checkout";
import { readIban } from "@/lib/billing/refunds/queries";
import { requestRefund } from "@/lib/billing/refunds/request-refund";
import { unseal } from "@/lib/core/secrets";
import { getBalance } from "@/lib/ledger/queries";
import { aCart } from "../../../support/carts";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aHousehold, guardianOf } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aFamilyWithCredit, IBAN } from "./asked";

test("sets the money aside, seals the account, and leaves a trace", async ({ ctx }) => {
  const { guardian, account, asking } = await aFamilyWithCredit(ctx);
  const input = asking({ amount: "20,50" });

  await requestRefund(guardian, input);
  await requestRefund(guardian, input);

  expect(await getBalance(guardian, account)).toBe(950);
  const [request] = await ctx.db.select().from(refundRequests);
  expect(request).toMatchObject({ status: "waiting", amountCents: 2050, ibanEnd: "0189", reason: input.reason });
  expect(request?.iban).not.toContain("30006000");
  expect(unseal(request?.iban ?? "", input.requestId)).toBe(IBAN.replaceAll(" ", ""));
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "refund.requested"));
  expect(events).toHaveLength(1);
  expect(await checkInvariants(ctx)).toEqual([]);

  const { agent } = await aMemberOfStaff(ctx, "revenue_officer");
  expect(await readIban(agent, input.requestId)).toBeUndefined();
});

test("refuses more than the account holds, another family, and who may not ask", async ({ ctx }) => {
  const { guardian, asking, household } = await aFamilyWithCredit(ctx);
  const stranger = await guardianOf(ctx, await aHousehold(ctx, { name: "Benali" }));
  const { agent: reviewer } = await aMemberOfStaff(ctx, "family_officer");

  expect(await codeOf(requestRefund(guardian, asking({ amount: "30,01" })))).toBe("amount_over_credit");
  expect(await codeOf(requestRefund(stranger, asking()))).toBe("not_found");
  expect(await codeOf(requestRefund(reviewer, asking()))).toBe("forbidden");
  const observer = { kind: "observer", accountId: "a", role: "admin", householdId: household.id } as const;
  expect(await codeOf(requestRefund({ ...ctx, actor: observer }, asking()))).toBe("observing");
  expect(await ctx.db.select().from(refundRequests)).toEqual([]);
});

test("the same credit is never given back twice, nor spent as well, at the same moment", async ({ committed: ctx }) => {
  const cart = await aCart(ctx, { dates: ["2026-09-18", "2026-09-21"], creditCents: 600 });
  const { guardian, account, order } = cart;
  const ask = () => ({
    requestId: crypto.randomUUID(),
    ...account,
    amount: "4",
    reason: "Nous déménageons.",
    holder: "Cédric Rousseau",
    iban: IBAN,
  });

  const codes = await Promise.all([
    codeOf(requestRefund(guardian, ask())),
    codeOf(checkout(guardian, order)),
    codeOf(requestRefund(guardian, ask())),
  ]);

  // Either one refund passes and the basket has changed, or the basket is paid and no refund passes.
  expect([
    ["amount_over_credit", "cart_changed", "done"],
    ["amount_over_credit", "amount_over_credit", "done"],
  ]).toContainEqual(codes.toSorted());
  expect(await getBalance(guardian, account)).toBeGreaterThanOrEqual(0);
  expect(
    (await checkInvariants(ctx)).filter(({ invariant }) => invariant.startsWith("I7") || invariant.startsWith("I8")),
  ).toEqual([]);
});
