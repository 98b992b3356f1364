import { Landmark, Plus } from "lucide-react";
import type { Metadata } from "next";
import { OfficeList } from "@/components/catalogue/office-list";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { listRevenueOffices } from "@/lib/catalogue/offices/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Régies" };

export default async function OfficesPage() {
  const ctx = await requireAgent("catalogue:write");
  const [shell, offices] = await Promise.all([getAdminShell(ctx), listRevenueOffices(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="regies">
      <PageTitle title="Régies" lead="Chaque activité encaisse par une régie, et chaque régie a son paiement en ligne.">
        <ButtonLink href="/admin/catalogue/regies/nouvelle" variant="primary">
          <Plus />
          Ajouter une régie
        </ButtonLink>
      </PageTitle>
      {offices.length === 0 ? (
        <EmptyState icon={Landmark} title="Aucune régie pour l’instant">
          Une régie encaisse pour le comptable public, par PayFiP ou par Systempay.
        </EmptyState>
      ) : (
        <Card className="text-sm">
          <OfficeList offices={offices} />
        </Card>
      )}
    </AdminShell>
  );
}
