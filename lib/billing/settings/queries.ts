import { asc, eq } from "drizzle-orm";
import { invoiceSettings, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";
import { assertUuid } from "@/lib/core/uuid";
import { findOfficeRules } from "./office-rules";
import type { OfficeRules } from "./rules";

/** The régies, with the series of those whose numbering is decided. */
export async function listBillingOffices(ctx: Context) {
  authorize(ctx, "invoices:read");

  return ctx.db
    .select({
      id: revenueOffices.id,
      name: revenueOffices.name,
      series: invoiceSettings.series,
      numberTemplate: invoiceSettings.numberTemplate,
      dueDays: invoiceSettings.dueDays,
    })
    .from(revenueOffices)
    .leftJoin(invoiceSettings, eq(invoiceSettings.revenueOfficeId, revenueOffices.id))
    .orderBy(asc(revenueOffices.name));
}

/** How a régie numbers and words its invoices; `settings` is null until someone has decided. */
export async function getInvoiceSettings(ctx: Context, revenueOfficeId: string) {
  authorize(ctx, "invoices:read");
  assertUuid(revenueOfficeId);

  const [office] = await ctx.db
    .select({ name: revenueOffices.name, email: revenueOffices.email, settings: invoiceSettings })
    .from(revenueOffices)
    .leftJoin(invoiceSettings, eq(invoiceSettings.revenueOfficeId, revenueOffices.id))
    .where(eq(revenueOffices.id, revenueOfficeId));
  if (!office) throw new DomainError("not_found");
  const organization = await findOrganization(ctx);
  return { ...office, vatMention: organization?.vatMention ?? null };
}

/** The thresholds and delays of a régie, those in use until someone decides. */
export async function getOfficeRules(ctx: Context, revenueOfficeId: string): Promise<OfficeRules> {
  authorize(ctx, "invoices:read");
  assertUuid(revenueOfficeId);

  return findOfficeRules(ctx, revenueOfficeId);
}
