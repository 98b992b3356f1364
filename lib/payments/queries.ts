import { and, asc, eq, isNotNull, lte, sql } from "drizzle-orm";
import type { SystempaySettings as StoredShop } from "@/db/schema";
import { type GatewayName, payments, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";

/** Payments at a bank: one taken at the counter has none, and no bank has anything to say about it. */
const isOnline = isNotNull(payments.gateway);

const paymentColumns = {
  id: payments.id,
  householdId: payments.householdId,
  revenueOfficeId: payments.revenueOfficeId,
  gateway: sql<GatewayName>`${payments.gateway}`,
  mode: payments.mode,
  orderReference: payments.orderReference,
  reference: payments.reference,
  amountCents: payments.amountCents,
  subject: payments.subject,
  payerEmail: sql<string>`${payments.payerEmail}`,
  status: payments.status,
  createdAt: payments.createdAt,
};

export type Payment = NonNullable<Awaited<ReturnType<typeof findPayment>>>;

export async function findPayment(ctx: Context, id: string) {
  authorize(ctx, "payments:settle");
  const [payment] = await ctx.db
    .select(paymentColumns)
    .from(payments)
    .where(and(isOnline, eq(payments.id, id)));
  return payment;
}

/** The payment that a bank names in its own words: an idOp, or site-day-trans_id. */
export async function findPaymentByReference(ctx: Context, gateway: GatewayName, reference: string) {
  authorize(ctx, "payments:settle");
  const [payment] = await ctx.db
    .select(paymentColumns)
    .from(payments)
    .where(and(eq(payments.gateway, gateway), eq(payments.reference, reference)));
  return payment;
}

const officeColumns = {
  id: revenueOffices.id,
  name: revenueOffices.name,
  officerName: revenueOffices.officerName,
  email: revenueOffices.email,
  gateway: revenueOffices.gateway,
  gatewaySettings: revenueOffices.gatewaySettings,
  gatewaySecret: revenueOffices.gatewaySecret,
};

export type Office = NonNullable<Awaited<ReturnType<typeof findOffice>>>;

export async function findOffice(ctx: Context, id: string) {
  authorize(ctx, "payments:settle");
  const [office] = await ctx.db.select(officeColumns).from(revenueOffices).where(eq(revenueOffices.id, id));
  return office;
}

/** The régie whose shop a bank's message claims to be for; its signature will tell. */
export async function findOfficeOfShop(ctx: Context, siteId: StoredShop["siteId"]) {
  authorize(ctx, "payments:settle");
  const [office] = await ctx.db
    .select(officeColumns)
    .from(revenueOffices)
    .where(and(eq(revenueOffices.gateway, "systempay"), sql`${revenueOffices.gatewaySettings}->>'siteId' = ${siteId}`));
  return office;
}

/** Payments without a final answer whose time to be asked about has come, the longest waiting first. */
export async function listDueChecks(ctx: Context, limit: number): Promise<string[]> {
  authorize(ctx, "payments:settle");
  const due = await ctx.db
    .select({ id: payments.id })
    .from(payments)
    .where(lte(payments.nextCheckAt, ctx.now))
    .orderBy(asc(payments.nextCheckAt))
    .limit(limit);
  return due.map(({ id }) => id);
}
