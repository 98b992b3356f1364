import { asSystem, type Context } from "@/lib/core/context";
import { openPayment } from "@/lib/payments/open-payment";
import type { CheckedOut } from "./start-checkout";

/**
 * Where the browser goes to pay: the bank itself, or our form that it posts there; `done` when nothing is left to pay. A
 * payment that was opened already goes on where it is, for it is opened once. Plumbing of the two checkouts' actions.
 */
export const leaveForBank = async (
  ctx: Context,
  { paymentId, isStarted }: CheckedOut,
  done: string,
): Promise<string> => {
  if (!paymentId) return done;
  const form = `/paiement/${paymentId}/depart`;
  if (isStarted) return form;
  const { url, fields } = await openPayment(asSystem(ctx, "checkout"), paymentId);
  return fields ? form : url;
};
