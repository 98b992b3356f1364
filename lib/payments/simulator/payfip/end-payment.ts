import { and, eq, isNull } from "drizzle-orm";
import { simulatedPayfipPayments as payments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { assertDemonstration } from "../demonstration";
import { departuresOf } from "../scenarios";
import { sendNotices } from "../send-notice";
import { choices, numautoOf } from "./choices";
import type { EndPaymentInput } from "./input";

/** Writes down what the payer chose, then tells the portal as the scenario wants; a second choice changes nothing. */
export async function endPayment(ctx: Context, { payerKey, choice, scenario, delaySeconds }: EndPaymentInput) {
  assertDemonstration();
  const resultrans = choices[choice];
  if (!resultrans) return;

  const [payment] = await ctx.db
    .update(payments)
    .set({
      resultrans,
      numauto: numautoOf(choice, crypto.randomUUID()),
      decidedAt: ctx.now,
      scenario,
      nextTrouble: scenario.startsWith("trouble_") ? scenario : null,
    })
    .where(and(eq(payments.payerKey, payerKey), isNull(payments.resultrans)))
    .returning({ idOp: payments.idOp, request: payments.request });
  if (!payment) return;

  const body = new URLSearchParams({ idop: payment.idOp }).toString();
  const method = scenario === "get" ? "GET" : "POST";
  const notice = { reference: payment.idOp, method, url: payment.request.urlnotif ?? "", body } as const;
  await sendNotices(ctx, notice, departuresOf(scenario, delaySeconds));
}
