import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { paymentIncidents, refundRequests } from "@/db/schema";
import { closeIncident } from "@/lib/billing/refunds/close-incident";
import { type CloseIncidentInput, closeIncidentInput } from "@/lib/billing/refunds/input";
import { asSystem, type Context } from "@/lib/core/context";
import { getBalance } from "@/lib/ledger/queries";
import { reportIncident } from "@/lib/payments/report-incident";
import { aCart, aCredit, aPaymentAtTheBank } from "../../../support/carts";
import { codeOf } from "../../../support/code-of";
import { test } from "../../../support/database";
import { aMemberOfStaff } from "../../accounts/agents/staff";
import { IBAN } from "./asked";

async function anIncident(ctx: Context) {
  const { guardian, order, household } = await aCart(ctx, { gateway: "systempay" });
  const { id: paymentId, revenueOfficeId } = await aPaymentAtTheBank(guardian, order);
  await reportIncident(asSystem(ctx, "test"), { paymentId, kind: "kept_as_credit", detail: {} });
  const [incident] = await ctx.db.select().from(paymentIncidents).where(eq(paymentIncidents.paymentId, paymentId));
  const account = { householdId: household.id, revenueOfficeId };
  const { agent } = await aMemberOfStaff(ctx, "revenue_officer");
  const refund: CloseIncidentInput = {
    incidentId: incident?.id ?? 0,
    resolution: "refund",
    note: "La place était partie.",
    requestId: randomUUID(),
    amount: "6,00",
    holder: "Cédric Rousseau",
    iban: IBAN,
  };
  return { account, agent, refund };
}

const requests = ({ db }: Context) => db.select().from(refundRequests);
const open = async ({ db }: Context) =>
  (await db.select().from(paymentIncidents)).filter(({ resolvedAt }) => resolvedAt === null);

test("a task that ends in a refund asks for it in the same act, once", async ({ ctx }) => {
  const { account, agent, refund } = await anIncident(ctx);
  await aCredit(ctx, { ...account, cents: 600 });
  await closeIncident(agent, refund);

  expect(await requests(ctx)).toMatchObject([
    { ...account, amountCents: 600, reason: "La place était partie.", status: "waiting" },
  ]);
  expect(await getBalance(ctx, account)).toBe(0);
  expect(await open(ctx)).toEqual([]);
  expect(await codeOf(closeIncident(agent, { ...refund, requestId: randomUUID(), amount: "1" }))).toBe(
    "amount_over_credit",
  );
  expect(await codeOf(closeIncident(agent, { ...refund, resolution: "other" }))).toBe("already_decided");
});

test("without the money on the account nothing is closed and nothing is asked", async ({ ctx }) => {
  const { agent, refund } = await anIncident(ctx);
  expect(await codeOf(closeIncident(agent, refund))).toBe("amount_over_credit");
  expect(await open(ctx)).toHaveLength(1);
  expect(await requests(ctx)).toEqual([]);
});

test("other endings ask for nothing, and only the régie ends a task", async ({ ctx }) => {
  const { agent, refund } = await anIncident(ctx);
  const { agent: reader } = await aMemberOfStaff(ctx, "billing_officer");
  const matched = closeIncidentInput.parse({ ...refund, resolution: "matched" });
  expect(await codeOf(closeIncident(reader, matched))).toBe("forbidden");
  expect(await codeOf(closeIncident(agent, { ...refund, incidentId: refund.incidentId + 1 }))).toBe("not_found");
  await closeIncident(agent, matched);
  expect(await requests(ctx)).toEqual([]);
  const wrong = closeIncidentInput.safeParse({ ...refund, iban: "FR76 1234", amount: "" }).error?.issues;
  expect(wrong?.map(({ path }) => path[0])).toEqual(["amount", "iban"]);
  expect(closeIncidentInput.safeParse({ ...refund, resolution: "" }).error?.issues[0]).toMatchObject({
    path: ["resolution"],
    message: "Dites ce qui a été fait.",
  });
});
