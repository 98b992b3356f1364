import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DeliverToManyForm } from "@/components/documents/deliveries/deliver-to-many-form";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Adresser un document" };

export default async function DeliverPage() {
  const ctx = await requireAgent("publications:write");
  const shell = await getAdminShell(ctx);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="documents">
      <PageTitle
        title="Adresser un document"
        lead="Chaque famille choisie le trouve dans son espace, et un e-mail la prévient."
        back={{ href: "/admin/documents", label: "Documents publiés" }}
      />
      <Card className="p-5">
        <DeliverToManyForm clientKey={randomUUID()} />
      </Card>
    </AdminShell>
  );
}
