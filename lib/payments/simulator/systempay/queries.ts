import { eq } from "drizzle-orm";
import { z } from "zod";
import { simulatedSystempayPayments as payments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { assertDemonstration } from "../demonstration";
import { returnOf } from "./messages";

/** What the payer's pages show of a payment. */
export async function getSystempayPage(ctx: Context, id: string) {
  assertDemonstration();
  if (!z.uuid().safeParse(id).success) throw new DomainError("not_found");

  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, id));
  if (!payment) throw new DomainError("not_found");
  const { form, result } = payment;
  return {
    id,
    siteId: payment.siteId,
    orderReference: form.vads_order_id ?? "",
    subject: form.vads_order_info ?? "",
    amountCents: Number(form.vads_amount),
    status: result?.vads_trans_status ?? null,
    back: result && returnOf({ form, result }),
  };
}
