import { randomUUID } from "node:crypto";
import type { RequestRefundInput } from "@/lib/billing/refunds/input";
import { requestRefund } from "@/lib/billing/refunds/request-refund";
import type { Context } from "@/lib/core/context";
import { aCredit } from "../../../support/carts";
import { aHousehold, anOrganization, aRevenueOffice, guardianOf } from "../../../support/factories";

export const IBAN = "FR76 3000 6000 0112 3456 7890 189";

/** A family with credit at a régie, and what it may ask back. */
export async function aFamilyWithCredit(ctx: Context, cents = 3000) {
  await anOrganization(ctx);
  const [household, office] = [await aHousehold(ctx), await aRevenueOffice(ctx)];
  const account = { householdId: household.id, revenueOfficeId: office.id };
  await aCredit(ctx, { ...account, cents });
  const guardian = await guardianOf(ctx, household);
  const asking = (values: Partial<RequestRefundInput> = {}): RequestRefundInput => ({
    requestId: randomUUID(),
    ...account,
    amount: "20",
    reason: "Nous déménageons.",
    holder: "Cédric Rousseau",
    iban: IBAN,
    ...values,
  });
  return { household, office, account, guardian, asking };
}

/** A request that waits. */
export async function aRefund(ctx: Context, amount = "20", cents = 300_000) {
  const family = await aFamilyWithCredit(ctx, cents);
  const input = family.asking({ amount });
  await requestRefund(family.guardian, input);
  return { ...family, id: input.requestId };
}
