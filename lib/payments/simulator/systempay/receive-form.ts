import { simulatedSystempayPayments as payments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { assertDemonstration } from "../demonstration";
import { wrongFieldOf } from "./check-form";

/** Takes a payment form: gives the id of the payer's page, or the number of the field that is refused. */
export async function receiveForm(ctx: Context, body: string): Promise<{ id: string } | { wrongField: string }> {
  assertDemonstration();
  const { signature, ...form } = Object.fromEntries(new URLSearchParams(body));
  const wrongField = wrongFieldOf(
    { ...form, signature: signature ?? "" },
    { origin: new URL(env().appUrl).origin, now: ctx.now },
  );
  if (wrongField) return { wrongField };

  const { vads_site_id: siteId = "", vads_trans_date: transDate = "", vads_trans_id: transId = "" } = form;
  const [payment] = await ctx.db
    .insert(payments)
    .values({ siteId, utcDay: transDate.slice(0, 8), transId, form: onlyVads(form), createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: payments.id });
  return payment ?? { wrongField: "03" };
}

const onlyVads = (form: Record<string, string>) =>
  Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith("vads_")));
