import { eq, inArray } from "drizzle-orm";
import { households, type InvoiceView, invoiceSettings, type PricingTrace, revenueOffices } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { findOrganization } from "@/lib/core/organization";

export type FaceFacts = Awaited<ReturnType<typeof getFaceFacts>>;

/** What the faces of a régie's invoices say, and to whom they are addressed, as of now. Refuses with `billing_not_configured`. */
export const getFaceFacts = async (ctx: Context, revenueOfficeId: string, householdIds: string[]) => {
  authorize(ctx, "payments:settle");

  const organization = await findOrganization(ctx);
  const [office] = await ctx.db
    .select({
      name: revenueOffices.name,
      officer: revenueOffices.officerName,
      email: revenueOffices.email,
      gateway: revenueOffices.gateway,
      settings: invoiceSettings,
    })
    .from(revenueOffices)
    .leftJoin(invoiceSettings, eq(invoiceSettings.revenueOfficeId, revenueOffices.id))
    .where(eq(revenueOffices.id, revenueOfficeId));
  if (!organization || !office) throw new DomainError("not_found");
  const { settings, ...revenueOffice } = office;
  if (!settings) throw new DomainError("billing_not_configured");
  const payers = await ctx.db
    .select({
      id: households.id,
      name: households.name,
      street: households.street,
      addressComplement: households.addressComplement,
      postalCode: households.postalCode,
      city: households.city,
    })
    .from(households)
    .where(inArray(households.id, householdIds));
  return { organization, revenueOffice, settings, payers: new Map(payers.map((payer) => [payer.id, payer])) };
};

type ViewLine = { childId: string; child: string; pricing: PricingTrace };

/** What one invoice says beside its lines: the same whenever its PDF is drawn. */
export function invoiceView(
  { organization, revenueOffice, settings, payers }: FaceFacts,
  householdId: string,
  lines: ViewLine[],
): InvoiceView {
  const payer = payers.get(householdId);
  if (!payer) throw new DomainError("not_found");
  const { name, address, siret, legalForm, email, phone } = organization;
  const children = new Map(lines.map(({ childId, child }) => [childId, { id: childId, name: child }]));
  return {
    organization: { name, address, siret, legalForm, email, phone },
    revenueOffice,
    payer: {
      name: `Famille ${payer.name}`,
      lines: [payer.street, payer.addressComplement, `${payer.postalCode} ${payer.city}`].flatMap((line) =>
        line ? [line] : [],
      ),
    },
    children: [...children.values()],
    quotients: quotientsOf(lines),
    paymentTerms: settings.paymentTerms,
    vatMention: settings.vatMention || (organization.vatMention ?? ""),
    disputeContact: settings.disputeContact,
  };
}

/** The quotients and bands used, each once; what has one price for everybody uses none. */
function quotientsOf(lines: ViewLine[]): InvoiceView["quotients"] {
  const used = lines
    .filter(({ pricing }) => pricing.quotient !== undefined || pricing.missingQuotient)
    .map(({ pricing: { quotient, band, quotientFrom } }) => ({
      value: quotient ?? null,
      band: band ?? null,
      from: quotientFrom ?? null,
    }));
  return [...new Map(used.map((quotient) => [JSON.stringify(quotient), quotient])).values()];
}
