import type { Metadata } from "next";
import { TextCard } from "@/components/families/consents/text-card";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { requireAgent } from "@/lib/auth/gates";
import { listConsentTexts } from "@/lib/families/consents/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Autorisations" };

export default async function ConsentTextsPage() {
  const ctx = await requireAgent("settings:write");
  const [shell, texts] = await Promise.all([getAdminShell(ctx), listConsentTexts(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="autorisations">
      <PageTitle
        title="Autorisations"
        lead="Ce que les familles acceptent ou refusent pour chaque enfant, mot pour mot."
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {texts.map((view) => (
          <TextCard key={view.kind} view={view} />
        ))}
      </div>
    </AdminShell>
  );
}
