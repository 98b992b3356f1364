import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents, emails } from "@/db/schema";
import { getTotals } from "@/lib/billing/office/queries/journal";
import { decideRefund } from "@/lib/billing/refunds/decide-refund";
import { executeRefund } from "@/lib/billing/refunds/execute-refund";
import { readIban } from "@/lib/billing/refunds/queries";
import { dateOf } from "@/lib/core/calendar";
import { getBalance } from "@/lib/ledger/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aRefund, IBAN } from "./asked";

test("what was agreed leaves the bank once, and the family is told", async ({ ctx }) => {
  const { id, account, guardian } = await aRefund(ctx, "20", 3000);
  const [biller, officer] = [
    await aMemberOfStaff(ctx, "billing_officer"),
    await aMemberOfStaff(ctx, "revenue_officer"),
  ];

  expect(await codeOf(executeRefund(officer.agent, { id }))).toBe("already_decided");
  await decideRefund(biller.agent, { id, decision: "accept" });
  expect(await readIban(officer.agent, id)).toBe(IBAN.replaceAll(" ", ""));
  expect(await codeOf(readIban(biller.agent, id))).toBe("forbidden");
  expect(await ctx.db.select().from(auditEvents).where(eq(auditEvents.type, "refund.iban-read"))).toHaveLength(1);

  expect(await codeOf(executeRefund(biller.agent, { id }))).toBe("forbidden");
  await executeRefund(officer.agent, { id });
  expect(await codeOf(executeRefund(officer.agent, { id }))).toBe("already_decided");

  expect(await getBalance(guardian, account)).toBe(1000);
  const today = dateOf(ctx.now);
  expect(await getTotals(officer.agent, { period: { from: today, to: today } })).toMatchObject({ refundedCents: 2000 });
  expect(await ctx.db.select().from(emails)).toMatchObject([
    { template: "refund-decided", payload: { outcome: "paid" } },
  ]);
  expect(await checkInvariants(ctx)).toEqual([]);
});
