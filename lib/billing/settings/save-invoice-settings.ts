import { eq } from "drizzle-orm";
import { invoiceSettings, revenueOffices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { authorize } from "@/lib/core/authorize";
import { type Context, inTransaction } from "@/lib/core/context";
import { violatedConstraint } from "@/lib/core/database-errors";
import { DomainError } from "@/lib/core/errors";
import type { InvoiceSettingsInput } from "./input";

/**
 * Says how a régie numbers and words its invoices; those already issued keep what they say. Refuses with `invalid_input`
 * on `series` when another régie has it.
 */
export async function saveInvoiceSettings(ctx: Context, input: InvoiceSettingsInput): Promise<void> {
  authorize(ctx, "billing:run");

  const { revenueOfficeId } = input;
  const { actor, now } = ctx;
  await inTransaction(ctx, async (ctx) => {
    const [office] = await ctx.db
      .select({ id: revenueOffices.id })
      .from(revenueOffices)
      .where(eq(revenueOffices.id, revenueOfficeId));
    if (!office) throw new DomainError("not_found");

    const values = { ...input, updatedBy: "accountId" in actor ? actor.accountId : null, updatedAt: now };
    await ctx.db
      .insert(invoiceSettings)
      .values(values)
      .onConflictDoUpdate({ target: invoiceSettings.revenueOfficeId, set: values });
    await recordEvent(ctx, { type: "invoice-settings.saved", subjectId: revenueOfficeId, data: input });
  }).catch((error: unknown) => {
    if (violatedConstraint(error) !== "invoice_settings_series_unique") throw error;
    throw new DomainError("invalid_input", { fields: { series: ["Une autre régie utilise déjà cette série."] } });
  });
}
