import { eq } from "drizzle-orm";
import { officeRules, revenueOffices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { OfficeRulesInput } from "./input";

/** Says what the act of a régie allows, and when families are reminded; what is decided already stays so. Amounts in cents. */
export async function saveOfficeRules(ctx: Context, input: OfficeRulesInput): Promise<void> {
  authorize(ctx, "billing:run");

  const { revenueOfficeId, cashCeiling, secondAgentAbove, smallestInvoice, ...days } = input;
  const { actor, now } = ctx;
  await inTransaction(ctx, async (ctx) => {
    const [office] = await ctx.db
      .select({ id: revenueOffices.id })
      .from(revenueOffices)
      .where(eq(revenueOffices.id, revenueOfficeId));
    if (!office) throw new DomainError("not_found");

    const values = {
      ...days,
      revenueOfficeId,
      cashCeilingCents: cashCeiling,
      secondAgentAboveCents: secondAgentAbove,
      smallestInvoiceCents: smallestInvoice,
      updatedBy: "accountId" in actor ? actor.accountId : null,
      updatedAt: now,
    };
    await ctx.db
      .insert(officeRules)
      .values(values)
      .onConflictDoUpdate({ target: officeRules.revenueOfficeId, set: values });
    await recordEvent(ctx, { type: "office-rules.saved", subjectId: revenueOfficeId, data: input });
  });
}
