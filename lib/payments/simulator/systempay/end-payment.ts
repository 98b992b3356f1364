import { and, eq, isNull } from "drizzle-orm";
import { simulatedSystempayPayments as payments } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { assertDemonstration } from "../demonstration";
import { departuresOf } from "../scenarios";
import { sendNotices } from "../send-notice";
import { findTestCard } from "./cards";
import type { AbandonInput, PayByCardInput } from "./input";
import { notificationBody } from "./messages";
import { noticeOf } from "./notice";
import { type Ending, resultOf } from "./result";

/** Pays with a test card, whose number decides what happens. */
export async function payByCard(ctx: Context, input: PayByCardInput) {
  assertDemonstration();
  const card = findTestCard(input.card);
  if (!card) return;
  await end(ctx, input, { card, month: input.month, year: input.year, toValidate: input.scenario === "to_validate" });
}

/** Gives up and goes back to the shop. */
export async function abandonPayment(ctx: Context, input: AbandonInput) {
  assertDemonstration();
  await end(ctx, input, "abandoned");
}

/** A payment ends once; then the portal is told as the scenario wants. */
async function end(ctx: Context, { id, scenario, delaySeconds }: AbandonInput, ending: Ending): Promise<void> {
  const payment = await decide(ctx, id, ending);
  if (!payment) return;
  const notice = noticeOf(payment.form, notificationBody(payment, "PAY", scenario));
  await sendNotices(ctx, notice, departuresOf(scenario, delaySeconds));
}

async function decide(ctx: Context, id: string, ending: Ending) {
  return inTransaction(ctx, async (ctx) => {
    const undecided = and(eq(payments.id, id), isNull(payments.result));
    const [payment] = await ctx.db.select({ form: payments.form }).from(payments).where(undecided).for("update");
    if (!payment) return undefined;

    const result = resultOf(payment.form, ending, { now: ctx.now, uuid: crypto.randomUUID() });
    await ctx.db.update(payments).set({ result, decidedAt: ctx.now }).where(eq(payments.id, id));
    return { form: payment.form, result };
  });
}
