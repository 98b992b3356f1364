import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { log } from "@/lib/core/log";
import { postponeCheck } from "@/lib/payments/postpone-check";
import { listDueChecks } from "@/lib/payments/queries";
import { checkPayment } from "./check-payment";

/** As many as a minute can take when the bank answers slowly. */
const BATCH = 50;
/** One slow answer must not keep the other families waiting, nor all of them take the connections of the portal. */
const AT_ONCE = 4;

/**
 * Asks about the payments that no notification ever settled (protocols §2.10). One that cannot be asked does not stop
 * the others: it is asked again at its next time. Returns how many were asked about.
 */
export async function pollOpenPayments(ctx: Context): Promise<number> {
  authorize(ctx, "payments:settle");

  const due = await listDueChecks(ctx, BATCH);
  const waiting = due.values();
  const askOneByOne = async () => {
    for (const paymentId of waiting) await ask(ctx, paymentId);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, due.length) }, askOneByOne));
  return due.length;
}

async function ask(ctx: Context, paymentId: string): Promise<void> {
  await postponeCheck(ctx, paymentId);
  await checkPayment(ctx, paymentId).catch((error: unknown) => {
    log.error({ err: error, paymentId }, "payment could not be checked");
  });
}
