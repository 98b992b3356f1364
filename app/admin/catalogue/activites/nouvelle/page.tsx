import type { Metadata } from "next";
import { ActivityForm } from "@/components/catalogue/activity-form";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { listActivityChoices } from "@/lib/catalogue/activities/queries";
import { getFacility } from "@/lib/catalogue/facilities/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Nouvelle activité" };

type Props = { searchParams: Promise<{ structure?: string }> };

export default async function NewActivityPage({ searchParams }: Props) {
  const ctx = await requireAgent("catalogue:write");
  const { structure = "" } = await searchParams;
  const [shell, facility, choices] = await Promise.all([
    getAdminShell(ctx),
    foundOr404(getFacility(ctx, structure)),
    listActivityChoices(ctx),
  ]);

  return (
    <CataloguePage
      shell={{ ...shell, account: ctx.account }}
      place="services"
      crumbs={[{ href: `/admin/catalogue/structures/${facility.id}`, label: facility.name }]}
      title="Nouvelle activité"
      lead={`À ${facility.name}. Ses créneaux et son calendrier viennent ensuite.`}
    >
      {choices.offices.length === 0 ? (
        <Notice
          tone="warning"
          title="Il faut d’abord une régie, qui encaisse cette activité."
          action={<ButtonLink href="/admin/catalogue/regies/nouvelle">Créer une régie</ButtonLink>}
        />
      ) : (
        <Card className="p-4 sm:p-5">
          <ActivityForm choices={choices} facilityId={facility.id} />
        </Card>
      )}
    </CataloguePage>
  );
}
