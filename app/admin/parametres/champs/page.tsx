import type { Metadata } from "next";
import { FieldPoliciesForm } from "@/components/families/field-policies-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { listFieldPolicies } from "@/lib/families/queries/field-policies";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Champs du dossier" };

export default async function FieldPoliciesPage() {
  const ctx = await requireAgent("settings:write");
  const [shell, policies] = await Promise.all([getAdminShell(ctx), listFieldPolicies(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="champs">
      <PageTitle
        title="Champs du dossier"
        lead="Ce que les familles changent seules, et ce que vous vérifiez d’abord."
      />
      <Card className="p-4 sm:p-6">
        <FieldPoliciesForm policies={policies} />
      </Card>
    </AdminShell>
  );
}
