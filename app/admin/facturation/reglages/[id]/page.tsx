import type { Metadata } from "next";
import { OfficeRulesForm } from "@/components/billing/invoices/office-rules-form";
import { SettingsForm } from "@/components/billing/invoices/settings-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getInvoiceSettings, getOfficeRules } from "@/lib/billing/settings/queries";
import { suggestedSettings } from "@/lib/billing/settings/rules";
import { dateOf } from "@/lib/core/calendar";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Réglages de la facturation" };

type Props = { params: Promise<{ id: string }> };

export default async function InvoiceSettingsPage({ params }: Props) {
  const ctx = await requireAgent("billing:run");
  const { id } = await params;
  const [shell, office, rules] = await Promise.all([
    getAdminShell(ctx),
    foundOr404(getInvoiceSettings(ctx, id)),
    foundOr404(getOfficeRules(ctx, id)),
  ]);
  const {
    updatedAt: _,
    updatedBy: __,
    ...settings
  } = office.settings ?? {
    updatedAt: null,
    updatedBy: null,
    ...suggestedSettings(id, office),
  };

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="facturation">
      <PageTitle
        title="Réglages de la facturation"
        lead={office.name}
        back={{ href: "/admin/facturation", label: "Facturation" }}
      />
      <div className="grid gap-5">
        <Card className="p-5" aria-labelledby="numerotation">
          <h2 id="numerotation" className="mb-4">
            Numérotation et mentions
          </h2>
          <SettingsForm settings={settings} today={dateOf(ctx.now)} vatMention={office.vatMention} />
        </Card>
        <Card className="p-5" aria-labelledby="seuils">
          <h2 id="seuils" className="mb-4">
            Seuils et relances
          </h2>
          <OfficeRulesForm revenueOfficeId={id} rules={rules} />
        </Card>
      </div>
    </AdminShell>
  );
}
