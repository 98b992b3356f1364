import { eq } from "drizzle-orm";
import { z } from "zod";
import { simulatedPayfipPayments as payments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { browserReturn } from "../browser-return";
import { assertDemonstration } from "../demonstration";

/** What the payer's pages show of a payment. */
export async function getPayfipPage(ctx: Context, payerKey: string) {
  assertDemonstration();
  if (!z.uuid().safeParse(payerKey).success) throw new DomainError("not_found");

  const [payment] = await ctx.db.select().from(payments).where(eq(payments.payerKey, payerKey));
  if (!payment) throw new DomainError("not_found");
  const { refdet = "", montant = "", mel = "", objet = "", urlredirect = "" } = payment.request;
  return {
    payerKey,
    orderReference: refdet,
    subject: objet,
    amountCents: Number(montant),
    email: mel,
    resultrans: payment.resultrans,
    back: browserReturn(payment.scenario === "get" ? "GET" : "POST", urlredirect, { idop: payment.idOp }),
  };
}
