import type { Metadata } from "next";
import { ConsentsSection } from "@/components/families/consents/consents-section";
import { PickupSection } from "@/components/families/pickup/pickup-section";
import { FamilyShell } from "@/components/layout/family-shell";
import { PageTitle } from "@/components/layout/page-title";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireGuardian } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { withOf } from "@/lib/core/text";
import { listConsents } from "@/lib/families/consents/queries";
import { listPickupPersons } from "@/lib/families/pickup/queries";
import { getChildName } from "@/lib/families/queries/child-name";
import { getFamilyShell } from "@/lib/reporting/family-shell";

export const metadata: Metadata = { title: "Autorisations" };

type Props = { params: Promise<{ id: string }> };

export default async function ConsentsPage({ params }: Props) {
  const ctx = await requireGuardian();
  const { householdId } = ctx;
  const { id } = await params;
  const firstName = await foundOr404(getChildName(ctx, id));
  const [shell, consents, persons] = await Promise.all([
    getFamilyShell(ctx, householdId),
    listConsents(ctx, id),
    listPickupPersons(ctx, id),
  ]);
  const canEdit = isAllowed(ctx.actor, "household:write", { householdId });

  return (
    <FamilyShell shell={{ ...shell, account: ctx.account }}>
      <PageTitle
        title={`Autorisations ${withOf(firstName)}`}
        lead="Ce que vous permettez, et qui peut venir le chercher."
        back={{ href: "/ma-famille", label: "Ma famille" }}
      />
      <div className="grid items-start gap-4 sm:gap-5 lg:grid-cols-2">
        <PickupSection childId={id} persons={persons} canEdit={canEdit} />
        <ConsentsSection childId={id} consents={consents} canAnswer={canEdit} />
      </div>
    </FamilyShell>
  );
}
