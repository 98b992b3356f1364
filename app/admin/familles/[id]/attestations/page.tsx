import type { Metadata } from "next";
import { CertificatesDesk } from "@/components/billing/certificates/certificates-desk";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { certificateInput } from "@/lib/billing/certificates/input";
import { getCertificatesPage } from "@/lib/billing/certificates/queries/certificates-page";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Attestations" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HouseholdCertificatesPage({ params, searchParams }: Props) {
  const ctx = await requireAgent("receipts:read");
  const { id } = await params;
  const asked = certificateInput.parse(await searchParams);
  const [shell, page] = await Promise.all([getAdminShell(ctx), foundOr404(getCertificatesPage(ctx, id, asked))]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle
        title="Attestations de la famille"
        back={{ href: `/admin/familles/${id}`, label: "Page de la famille" }}
      />
      <CertificatesDesk page={page} householdId={id} />
    </AdminShell>
  );
}
