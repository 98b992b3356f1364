import type { Metadata } from "next";
import { ArchiveButton } from "@/components/catalogue/archive-button";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { OfficeForm } from "@/components/catalogue/office-form";
import { Part } from "@/components/catalogue/part";
import { TestConnection } from "@/components/catalogue/test-connection";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getRevenueOffice } from "@/lib/catalogue/offices/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Régie" };

type Props = { params: Promise<{ id: string }> };

export default async function OfficePage({ params }: Props) {
  const ctx = await requireAgent("catalogue:write");
  const { id } = await params;
  const [shell, office] = await Promise.all([getAdminShell(ctx), foundOr404(getRevenueOffice(ctx, id))]);

  return (
    <CataloguePage
      shell={{ ...shell, account: ctx.account }}
      place="regies"
      title={office.name}
      acts={<ArchiveButton kind="office" id={id} revision={office.revision} isArchived={office.archivedAt !== null} />}
    >
      <Part id="reglages" title="Réglages">
        <OfficeForm office={office} />
      </Part>
      <Part
        id="connexion"
        title="Connexion"
        lead="Le test appelle vraiment le service de paiement, avec les réglages enregistrés. Rien n’est débité."
      >
        <TestConnection officeId={id} />
      </Part>
    </CataloguePage>
  );
}
