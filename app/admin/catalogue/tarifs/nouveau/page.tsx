import type { Metadata } from "next";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { NewTariffForm } from "@/components/catalogue/tariffs/tariff-forms";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { dateOf } from "@/lib/core/calendar";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Nouveau tarif" };

export default async function NewTariffPage() {
  const ctx = await requireAgent("tariffs:write");
  const shell = await getAdminShell(ctx);

  return (
    <CataloguePage shell={{ ...shell, account: ctx.account }} place="tarifs" title="Nouveau tarif">
      <Card className="p-4 sm:p-5">
        <NewTariffForm today={dateOf(ctx.now)} />
      </Card>
    </CataloguePage>
  );
}
