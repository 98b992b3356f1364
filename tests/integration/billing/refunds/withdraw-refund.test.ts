import { expect } from "vitest";
import { decideRefund } from "@/lib/billing/refunds/decide-refund";
import { withdrawRefund } from "@/lib/billing/refunds/withdraw-refund";
import { getBalance } from "@/lib/ledger/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aHousehold, guardianOf } from "../../../support/factories";
import { checkInvariants } from "../../../support/invariants";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aRefund } from "./asked";

test("the family takes its request back while nobody has decided", async ({ ctx }) => {
  const { id, account, guardian } = await aRefund(ctx, "20", 3000);
  const stranger = await guardianOf(ctx, await aHousehold(ctx, { name: "Benali" }));

  expect(await codeOf(withdrawRefund(stranger, { id }))).toBe("not_found");
  await withdrawRefund(guardian, { id });
  expect(await getBalance(guardian, account)).toBe(3000);
  expect(await codeOf(withdrawRefund(guardian, { id }))).toBe("already_decided");
  const { agent } = await aMemberOfStaff(ctx, "billing_officer");
  expect(await codeOf(decideRefund(agent, { id, decision: "accept" }))).toBe("already_decided");
  expect(await checkInvariants(ctx)).toEqual([]);
});
