import { BadgeEuro, Plus } from "lucide-react";
import type { Metadata } from "next";
import { TariffList } from "@/components/catalogue/tariffs/tariff-list";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAgent } from "@/lib/auth/gates";
import { listTariffs } from "@/lib/catalogue/tariffs/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Tarifs" };

export default async function TariffsPage() {
  const ctx = await requireAgent("tariffs:write");
  const [shell, tariffs] = await Promise.all([getAdminShell(ctx), listTariffs(ctx)]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="tarifs">
      <PageTitle title="Tarifs" lead="Un prix unique, des tranches de quotient ou un taux d’effort, par dates d’effet.">
        <ButtonLink href="/admin/catalogue/tarifs/nouveau" variant="primary">
          <Plus />
          Ajouter un tarif
        </ButtonLink>
      </PageTitle>
      {tariffs.length === 0 ? (
        <EmptyState icon={BadgeEuro} title="Aucun tarif pour l’instant">
          Les créneaux d’une activité payante ont chacun leur tarif.
        </EmptyState>
      ) : (
        <Card className="text-sm">
          <TariffList tariffs={tariffs} />
        </Card>
      )}
    </AdminShell>
  );
}
