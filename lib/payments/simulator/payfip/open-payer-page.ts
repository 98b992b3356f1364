import { eq } from "drizzle-orm";
import { simulatedPayfipPayments as payments } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { isIdOp } from "../../payfip/read-notification";
import { assertDemonstration } from "../demonstration";
import { codeOfOpening } from "./rules";

/** Uses an idOp up, once: gives the key of the payer's page, or the code of the refusal. */
export async function openPayerPage(ctx: Context, idOp: string): Promise<{ payerKey: string } | { code: string }> {
  assertDemonstration();
  if (!isIdOp(idOp)) return { code: "P1" };
  return inTransaction(ctx, async (ctx) => {
    const [payment] = await ctx.db.select().from(payments).where(eq(payments.idOp, idOp)).for("update");
    const code = codeOfOpening(payment, ctx.now);
    if (code || !payment) return { code: code ?? "P1" };

    await ctx.db.update(payments).set({ openedAt: ctx.now }).where(eq(payments.idOp, idOp));
    return { payerKey: payment.payerKey };
  });
}
