import type { Metadata } from "next";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { FacilityForm } from "@/components/catalogue/facility-form";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Nouvelle structure" };

export default async function NewFacilityPage() {
  const ctx = await requireAgent("catalogue:write");
  const shell = await getAdminShell(ctx);

  return (
    <CataloguePage
      shell={{ ...shell, account: ctx.account }}
      place="services"
      title="Nouvelle structure"
      lead="Un lieu qui reçoit des enfants : une école, un centre de loisirs."
    >
      <Card className="p-4 sm:p-5">
        <FacilityForm />
      </Card>
    </CataloguePage>
  );
}
