import type { Metadata } from "next";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { OfficeForm } from "@/components/catalogue/office-form";
import { Card } from "@/components/ui/card";
import { requireAgent } from "@/lib/auth/gates";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Nouvelle régie" };

export default async function NewOfficePage() {
  const ctx = await requireAgent("catalogue:write");
  const shell = await getAdminShell(ctx);

  return (
    <CataloguePage shell={{ ...shell, account: ctx.account }} place="regies" title="Nouvelle régie">
      <Card className="p-4 sm:p-5">
        <OfficeForm />
      </Card>
    </CataloguePage>
  );
}
