import type { Metadata } from "next";
import { AgeGroups } from "@/components/catalogue/age-groups";
import { ArchiveButton } from "@/components/catalogue/archive-button";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { Closures } from "@/components/catalogue/closures";
import { FacilityForm } from "@/components/catalogue/facility-form";
import { Part } from "@/components/catalogue/part";
import { SchoolYears } from "@/components/catalogue/school-years";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getFacility } from "@/lib/catalogue/facilities/queries";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Structure" };

type Props = { params: Promise<{ id: string }> };

export default async function FacilityPage({ params }: Props) {
  const ctx = await requireAgent("catalogue:write");
  const { id } = await params;
  const [shell, facility] = await Promise.all([getAdminShell(ctx), foundOr404(getFacility(ctx, id))]);
  const { name, revision, groups, closures, ownSchoolYears, archivedAt } = facility;

  return (
    <CataloguePage
      shell={{ ...shell, account: ctx.account }}
      place="services"
      title={name}
      acts={<ArchiveButton kind="facility" id={id} revision={revision} isArchived={archivedAt !== null} />}
    >
      <Part id="identite" title="Coordonnées et calendrier">
        <FacilityForm facility={facility} />
      </Part>
      <Part
        id="groupes"
        title="Groupes d’enfants"
        lead="Un créneau peut n’accueillir qu’un groupe : par âge le jour du service, ou par niveau scolaire."
      >
        <AgeGroups facilityId={id} groups={groups} />
      </Part>
      <Part
        id="fermetures"
        title="Fermetures"
        lead="Ponts, semaine du 15 août… Aucun service n’ouvre ces jours-là. Les jours fériés sont déjà connus."
      >
        <Closures facilityId={id} closures={closures} />
      </Part>
      <Part
        id="annees"
        title="Années scolaires saisies"
        lead="Utile en Corse, outre-mer, ou quand le calendrier national n’est pas encore publié."
      >
        <SchoolYears facilityId={id} revision={revision} years={ownSchoolYears} />
      </Part>
    </CataloguePage>
  );
}
