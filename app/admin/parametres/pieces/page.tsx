import type { Metadata } from "next";
import { RequirementForm } from "@/components/documents/requirements/requirement-form";
import { RequirementList } from "@/components/documents/requirements/requirement-list";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { listAllRequirements } from "@/lib/documents/requirements/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Pièces demandées" };

export default async function RequirementsPage() {
  const ctx = await requireAgent("settings:write");
  const [shell, requirements] = await Promise.all([getAdminShell(ctx), listAllRequirements(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="pieces">
      <PageTitle
        title="Pièces demandées"
        lead="Les documents que les familles envoient, et combien de temps ils valent."
      />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_26rem]">
        <RequirementList requirements={requirements} />
        <Card aria-labelledby="nouvelle" className="p-4 sm:p-6">
          <h2 id="nouvelle" className="mb-4">
            Demander une autre pièce
          </h2>
          <RequirementForm />
        </Card>
      </div>
    </AdminShell>
  );
}
