import { sql } from "drizzle-orm";
import { certificateBatches, certificateBatchFiles, persons } from "@/db/schema";
import { askBatch } from "@/lib/billing/certificates/batches/ask-batch";
import { makeBatch } from "@/lib/billing/certificates/batches/make-batch";
import { settlePayment } from "@/lib/billing/settle-payment";
import { asSystem, type Context } from "@/lib/core/context";
import { aCart, aCredit, anOutcome, aPaymentAtTheBank } from "../../../support/carts";
import { aChild, aHousehold } from "../../../support/factories";
import { aMemberOfStaff } from "../../accounts/agents/staff";

/** A family that paid an evening of a child of five in 2026, and the régie in February after it. */
export async function aPaidYear(past: Context) {
  const cart = await aCart(past, { gateway: "systempay", dates: ["2026-09-18"] });
  const payment = await aPaymentAtTheBank(cart.guardian, cart.order);
  await settlePayment(past, payment.id, anOutcome(payment));
  await past.db.update(persons).set({ birthDate: "2021-03-14" });
  const ctx = { ...past, now: new Date("2027-02-01T09:00:00Z") };
  const { agent } = await aMemberOfStaff(ctx, "revenue_officer");
  return { ...cart, ctx, agent };
}

/** Households that money went through, with a child of five, and nothing to certify. */
export async function otherPayers(ctx: Context, revenueOfficeId: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const household = await aHousehold(ctx, { name: `Foyer ${index}` });
    await aChild(ctx, household, { birthDate: "2021-05-01" });
    await aCredit(ctx, { householdId: household.id, revenueOfficeId, cents: 100 });
  }
}

/** Asks for a year and makes it, slice after slice, as the queue would. */
export async function aMadeBatch(ctx: Context, agent: Context): Promise<string> {
  await askBatch(agent, { year: 2026 });
  const [batch] = await ctx.db.select({ id: certificateBatches.id }).from(certificateBatches);
  const batchId = batch?.id ?? "";
  await makeAll(ctx, batchId);
  return batchId;
}

export async function makeAll(ctx: Context, batchId: string): Promise<void> {
  const waits = () => ctx.db.$count(certificateBatches, sql`status = 'making'`);
  while ((await waits()) > 0) await makeBatch(asSystem(ctx, "job"), { batchId });
}

export const keysOf = async ({ db }: Context): Promise<string[]> =>
  (await db.select({ storageKey: certificateBatchFiles.storageKey }).from(certificateBatchFiles)).map(
    ({ storageKey }) => storageKey,
  );
