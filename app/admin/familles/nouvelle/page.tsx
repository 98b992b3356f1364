import type { Metadata } from "next";
import { NewFamilyForm } from "@/components/families/new-family-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Nouvelle famille" };

export default async function NewFamilyPage() {
  const ctx = await requireAgent("families:write");
  const shell = await getAdminShell(ctx);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle
        title="Nouvelle famille"
        lead="Le responsable et l’adresse d’abord ; les enfants s’ajoutent ensuite."
      />
      <Card className="max-w-240 p-5">
        <NewFamilyForm />
      </Card>
    </AdminShell>
  );
}
