import type { Metadata } from "next";
import { HealthRecordView } from "@/components/families/health/health-record";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireGuardian } from "@/lib/auth/gates";
import { withOf } from "@/lib/core/text";
import { getHealthRecord } from "@/lib/families/health/queries";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Santé" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ modifier?: string; enregistre?: string }> };

export default async function HealthPage({ params, searchParams }: Props) {
  const ctx = await requireGuardian();
  const { id } = await params;
  const view = await foundOr404(getHealthRecord(ctx, id));
  const [shell, { modifier, enregistre }] = await Promise.all([getFamilyShell(ctx, ctx.householdId), searchParams]);

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <PageTitle
        title={`Santé ${withOf(view.firstName)}`}
        lead="Ces informations sont chiffrées. Seules les personnes qui s’occupent de votre enfant peuvent les lire, et chaque lecture est enregistrée."
        back={{ href: "/ma-famille", label: "Ma famille" }}
      />
      <HealthRecordView
        view={view}
        path={`/ma-famille/enfants/${view.childId}/sante`}
        open={modifier}
        saved={enregistre}
      />
    </FamilyShell>
  );
}
