import type { Metadata } from "next";
import { CertificatesDesk } from "@/components/billing/certificates/certificates-desk";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { requireGuardian } from "@/lib/auth/gates";
import { certificateInput } from "@/lib/billing/certificates/input";
import { getCertificatesPage } from "@/lib/billing/certificates/queries/certificates-page";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Attestations" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CertificatesPage({ searchParams }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const asked = certificateInput.parse(await searchParams);
  const [shell, page] = await Promise.all([
    getFamilyShell(ctx, householdId),
    getCertificatesPage(ctx, householdId, asked),
  ]);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }} current="factures">
      <PageTitle
        title="Attestations"
        lead="À partir de vos paiements et des présences. Chacune porte un numéro et un code, qui prouvent qu’elle vient d’ici."
      />
      <CertificatesDesk page={page} householdId={householdId} />
    </FamilyShell>
  );
}
