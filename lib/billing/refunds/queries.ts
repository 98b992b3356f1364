import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { accounts, households, officeRules, type RefundStatus, refundRequests, revenueOffices } from "@/db/schema";
import { traceReading } from "@/lib/audit/trace-reading";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { unseal } from "@/lib/core/secrets";
import { usualOfficeRules } from "../settings/rules";

/** What the family was told with a refusal. */
const refusal = sql<string | null>`(
  select decision.reason from refund_decisions decision
  where decision.refund_request_id = refund_requests.id and decision.decision = 'refused' limit 1
)`;

/** Who has agreed so far. */
const agreed = sql<string[]>`coalesce((
  select array_agg(agent.display_name order by decision.id) from refund_decisions decision
  join accounts agent on agent.id = decision.account_id
  where decision.refund_request_id = refund_requests.id and decision.decision = 'approved'
), '{}')`;

/** What a household has asked back, the newest first. */
export async function listHouseholdRefunds(ctx: Context, householdId: string) {
  authorize(ctx, "ledger:read", { householdId });
  return ctx.db
    .select({
      id: refundRequests.id,
      office: revenueOffices.name,
      amountCents: refundRequests.amountCents,
      ibanEnd: refundRequests.ibanEnd,
      status: refundRequests.status,
      requestedAt: refundRequests.requestedAt,
      refusal,
    })
    .from(refundRequests)
    .innerJoin(revenueOffices, eq(revenueOffices.id, refundRequests.revenueOfficeId))
    .where(eq(refundRequests.householdId, householdId))
    .orderBy(desc(refundRequests.requestedAt))
    .limit(20);
}

export type RefundView = Awaited<ReturnType<typeof listRefunds>>[number];

/** Refunds in some states, the oldest first, for those who decide. */
export async function listRefunds(ctx: Context, statuses: RefundStatus[]) {
  authorize(ctx, "revenue-office:read");
  return ctx.db
    .select({
      id: refundRequests.id,
      householdId: households.id,
      household: households.name,
      office: revenueOffices.name,
      amountCents: refundRequests.amountCents,
      reason: refundRequests.reason,
      holder: refundRequests.holder,
      ibanEnd: refundRequests.ibanEnd,
      status: refundRequests.status,
      requestedBy: accounts.displayName,
      requestedAt: refundRequests.requestedAt,
      executedAt: refundRequests.executedAt,
      agreed,
      secondAgentAboveCents: sql<number>`coalesce(${officeRules.secondAgentAboveCents}, ${usualOfficeRules.secondAgentAboveCents}::int)`,
    })
    .from(refundRequests)
    .innerJoin(households, eq(households.id, refundRequests.householdId))
    .innerJoin(revenueOffices, eq(revenueOffices.id, refundRequests.revenueOfficeId))
    .innerJoin(accounts, eq(accounts.id, refundRequests.requestedBy))
    .leftJoin(officeRules, eq(officeRules.revenueOfficeId, revenueOffices.id))
    .where(inArray(refundRequests.status, statuses))
    .orderBy(asc(refundRequests.requestedAt))
    .limit(500);
}

/** The IBAN of a refund that is to be paid, for the régisseur who pays it; each reading leaves a trace. */
export async function readIban(ctx: Context, id: string): Promise<string | undefined> {
  authorize(ctx, "payments:collect");
  const [request] = await ctx.db
    .select({ iban: refundRequests.iban, status: refundRequests.status, householdId: refundRequests.householdId })
    .from(refundRequests)
    .where(eq(refundRequests.id, id));
  if (request?.status !== "approved") return undefined;
  await traceReading(ctx, { type: "refund.iban-read", subjectId: id, householdId: request.householdId });
  return unseal(request.iban, id);
}
