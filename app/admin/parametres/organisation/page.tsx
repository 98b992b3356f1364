import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ColorForm } from "@/components/organization/color-form";
import { IdentityForm } from "@/components/organization/identity-form";
import { LegalTextsForm } from "@/components/organization/legal-texts-form";
import { LogoForm } from "@/components/organization/logo-form";
import { SenderForm } from "@/components/organization/sender-form";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { brandOf } from "@/lib/core/organization";
import { getSettings } from "@/lib/organization/queries/settings";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Organisation" };

export default async function OrganizationPage() {
  const ctx = await requireAgent("settings:write");
  const [shell, settings] = await Promise.all([getAdminShell(ctx), getSettings(ctx)]);
  const { identity, sender, legalTexts, primaryColor, organization } = settings;

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="organisation">
      <PageTitle
        title="Organisation"
        lead="Ce que les familles voient de vous, sur les pages, dans les messages et sur les factures."
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="grid gap-4">
          <Part title="Identité et contact">
            <IdentityForm values={identity} />
          </Part>
          <Part title="Messages et factures">
            <SenderForm values={sender} name={organization.name} email={organization.email} />
          </Part>
        </div>
        <div className="grid gap-4">
          <Part title="Couleur">
            <ColorForm saved={primaryColor} />
          </Part>
          <Part title="Logo">
            <LogoForm logo={brandOf(organization).logo} />
          </Part>
          <Part title="Textes légaux">
            <LegalTextsForm values={legalTexts} />
          </Part>
        </div>
      </div>
    </AdminShell>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="p-4 sm:p-6">
      <h2 className="mb-4">{title}</h2>
      {children}
    </Card>
  );
}
