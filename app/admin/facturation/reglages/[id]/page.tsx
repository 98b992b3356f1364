import type { Metadata } from "next";
import { SettingsForm } from "@/components/billing/invoices/settings-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getInvoiceSettings } from "@/lib/billing/settings/queries";
import { suggestedSettings } from "@/lib/billing/settings/rules";
import { dateOf } from "@/lib/core/calendar";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Numérotation des factures" };

type Props = { params: Promise<{ id: string }> };

export default async function InvoiceSettingsPage({ params }: Props) {
  const ctx = await requireAgent("billing:run");
  const { id } = await params;
  const [shell, office] = await Promise.all([getAdminShell(ctx), foundOr404(getInvoiceSettings(ctx, id))]);
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
      <PageTitle title="Numérotation et mentions" lead={office.name}>
        <ButtonLink href="/admin/facturation">Facturation</ButtonLink>
      </PageTitle>
      <Card className="p-5">
        <SettingsForm settings={settings} today={dateOf(ctx.now)} vatMention={office.vatMention} />
      </Card>
    </AdminShell>
  );
}
