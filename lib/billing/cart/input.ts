import { z } from "zod";

/** `expectedTotalCents` is the total on screen: another one is refused, never charged. Posted forms send text. */
export const checkoutInput = z.object({
  householdId: z.uuid(),
  revenueOfficeId: z.uuid(),
  expectedTotalCents: z.coerce.number().int().min(0),
});
export type CheckoutInput = z.infer<typeof checkoutInput>;

export const prolongInput = z.object({ householdId: z.uuid(), revenueOfficeId: z.uuid() });
export type ProlongInput = z.infer<typeof prolongInput>;

export const lineInput = z.object({ householdId: z.uuid(), reservationId: z.coerce.number().int().positive() });
export type LineInput = z.infer<typeof lineInput>;
