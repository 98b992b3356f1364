import { eq } from "drizzle-orm";
import { simulatedSystempayPayments as payments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { assertDemonstration } from "../demonstration";
import { sendNotice } from "../send-notice";
import { resultAfter, sourceOf } from "./back-office";
import type { BackOfficeInput } from "./input";
import { notificationBody } from "./messages";
import { noticeOf } from "./notice";

/** Does what a merchant does in the gateway's back office, and tells the portal. */
export async function runOperation(ctx: Context, { id, operation }: BackOfficeInput) {
  assertDemonstration();
  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, id));
  if (!payment?.result) return;

  const result = resultAfter(operation, payment.result, { now: ctx.now, uuid: crypto.randomUUID() });
  if (operation !== "refund") await ctx.db.update(payments).set({ result }).where(eq(payments.id, id));
  await sendNotice(ctx, noticeOf(payment.form, notificationBody({ form: payment.form, result }, sourceOf(operation))));
}
