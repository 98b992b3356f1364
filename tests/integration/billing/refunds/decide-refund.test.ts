import { expect } from "vitest";
import { emails, refundRequests } from "@/db/schema";
import { decideRefund } from "@/lib/billing/refunds/decide-refund";
import { listHouseholdRefunds, listRefunds } from "@/lib/billing/refunds/queries";
import { requestRefund } from "@/lib/billing/refunds/request-refund";
import { getBalance } from "@/lib/ledger/queries";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { checkInvariants } from "../../../support/invariants";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { aFamilyWithCredit, aRefund } from "./asked";

const accept = (id: string) => ({ id, decision: "accept" }) as const;
const refuse = (id: string) => ({ id, decision: "refuse", reason: "Il manque un RIB." }) as const;

test("one agent is enough for a small sum", async ({ ctx }) => {
  const { id } = await aRefund(ctx, "100");
  const { agent, displayName } = await aMemberOfStaff(ctx, "billing_officer");
  await decideRefund(agent, accept(id));
  expect(await listRefunds(agent, ["approved"])).toMatchObject([{ id, agreed: [displayName] }]);
  expect(await codeOf(decideRefund(agent, accept(id)))).toBe("already_decided");
});

test("above the threshold two different agents agree", async ({ ctx }) => {
  const { id } = await aRefund(ctx, "100,01");
  const [first, second] = [await aMemberOfStaff(ctx, "billing_officer"), await aMemberOfStaff(ctx, "revenue_officer")];

  await decideRefund(first.agent, accept(id));
  expect(await codeOf(decideRefund(first.agent, accept(id)))).toBe("second_agent_needed");
  expect(await listRefunds(first.agent, ["waiting"])).toMatchObject([{ id, agreed: [first.displayName] }]);
  await decideRefund(second.agent, accept(id));
  expect(await listRefunds(first.agent, ["approved"])).toHaveLength(1);
});

test("a refusal gives the money back to the account, and tells the family why, in the portal", async ({ ctx }) => {
  const { id, account, guardian } = await aRefund(ctx, "20", 3000);
  const { agent } = await aMemberOfStaff(ctx, "revenue_officer");
  await decideRefund(agent, refuse(id));

  expect(await getBalance(guardian, account)).toBe(3000);
  expect(await listHouseholdRefunds(guardian, account.householdId)).toMatchObject([
    { status: "refused", refusal: "Il manque un RIB." },
  ]);
  const [message] = await ctx.db.select().from(emails);
  expect(message).toMatchObject({ template: "refund-decided", payload: { outcome: "refused" } });
  expect(JSON.stringify(message)).not.toContain("RIB");
  expect(await checkInvariants(ctx)).toEqual([]);
});

test("nobody decides what they asked, nor without the right", async ({ ctx }) => {
  const { asking } = await aFamilyWithCredit(ctx);
  const { agent } = await aMemberOfStaff(ctx, "revenue_officer");
  const { agent: auditor } = await aMemberOfStaff(ctx, "auditor");
  const input = asking();
  await requestRefund(agent, input);

  expect(await codeOf(decideRefund(agent, accept(input.requestId)))).toBe("own_refund");
  expect(await codeOf(decideRefund(agent, refuse(input.requestId)))).toBe("own_refund");
  expect(await codeOf(decideRefund(auditor, accept(input.requestId)))).toBe("forbidden");
  expect(await codeOf(decideRefund(agent, accept(crypto.randomUUID())))).toBe("not_found");
});

test("two agents who decide at the same moment: one decision", async ({ committed: ctx }) => {
  const { id, guardian, account } = await aRefund(ctx, "20", 3000);
  const [first, second] = [await aMemberOfStaff(ctx, "billing_officer"), await aMemberOfStaff(ctx, "revenue_officer")];

  const codes = await Promise.all([
    codeOf(decideRefund(first.agent, accept(id))),
    codeOf(decideRefund(second.agent, refuse(id))),
  ]);
  expect(codes.toSorted()).toEqual(["already_decided", "done"]);
  const [request] = await ctx.db.select().from(refundRequests);
  expect(await getBalance(guardian, account)).toBe(request?.status === "refused" ? 3000 : 1000);
  expect(await checkInvariants(ctx)).toEqual([]);
});
