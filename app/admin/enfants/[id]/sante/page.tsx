import type { Metadata } from "next";
import { ConsentsSection } from "@/components/families/consents/consents-section";
import { HealthRecordView } from "@/components/families/health/health-record";
import { ForbiddenPickup, PickupSection } from "@/components/families/pickup/pickup-section";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { withOf } from "@/lib/core/text";
import { listConsents } from "@/lib/families/consents/queries";
import { getHealthRecord } from "@/lib/families/health/queries";
import { listPickupPersons } from "@/lib/families/pickup/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Santé et autorisations" };

type Props = { params: Promise<{ id: string }> };

export default async function ChildPage({ params }: Props) {
  const ctx = await requireAgent("health:read");
  const { id: childId } = await params;
  const view = await foundOr404(getHealthRecord(ctx, childId));
  const [shell, consents, persons] = await Promise.all([
    getAdminShell(ctx),
    listConsents(ctx, childId),
    listPickupPersons(ctx, childId),
  ]);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="familles">
      <PageTitle
        title={`Santé et autorisations ${withOf(view.firstName)}`}
        lead="Cette lecture est enregistrée à votre nom."
        back={{ href: `/admin/familles/${view.householdId}`, label: "La famille" }}
      />
      <div className="grid gap-4 sm:gap-5">
        <ForbiddenPickup persons={persons} />
        <HealthRecordView view={view} />
        <div className="grid items-start gap-4 sm:gap-5 xl:grid-cols-2">
          <PickupSection childId={childId} persons={persons} canEdit={false} />
          <ConsentsSection childId={childId} consents={consents} canAnswer={false} />
        </div>
      </div>
    </AdminShell>
  );
}
