import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { ActivityForm } from "@/components/catalogue/activity-form";
import { ArchiveButton } from "@/components/catalogue/archive-button";
import { BookingWindows } from "@/components/catalogue/booking-windows";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { Part } from "@/components/catalogue/part";
import { SlotRows } from "@/components/catalogue/slot-rows";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getActivity, listActivityChoices } from "@/lib/catalogue/activities/queries";
import { listSlotStates } from "@/lib/catalogue/queries";
import { listWindows } from "@/lib/catalogue/windows/queries";
import { dateOf } from "@/lib/core/calendar";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Activité" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ ouvert?: string }> };

export default async function ActivityPage({ params, searchParams }: Props) {
  const ctx = await requireAgent("catalogue:write");
  const { id } = await params;
  const { ouvert } = await searchParams;
  const activity = await foundOr404(getActivity(ctx, id));
  const [shell, choices, slots, windows] = await Promise.all([
    getAdminShell(ctx),
    listActivityChoices(ctx, activity.revenueOfficeId),
    listSlotStates(ctx, id),
    listWindows(ctx, id, dateOf(ctx.now)),
  ]);

  return (
    <CataloguePage
      shell={{ ...shell, account: ctx.account }}
      place="services"
      crumbs={[{ href: `/admin/catalogue/structures/${activity.facilityId}`, label: activity.facility }]}
      title={activity.name}
      acts={
        <ArchiveButton kind="activity" id={id} revision={activity.revision} isArchived={activity.archivedAt !== null} />
      }
    >
      {ouvert && (
        <Notice
          tone="success"
          role="status"
          title="Le service est ouvert."
          action={<ButtonLink href="/admin/catalogue">Voir tous les services</ButtonLink>}
        >
          Les familles des enfants inscrits le voient dès maintenant dans leur calendrier.
        </Notice>
      )}
      <Part id="creneaux" title="Créneaux">
        {slots.length > 0 ? <SlotRows activity={activity.name} slots={slots} /> : <p>Aucun créneau pour l’instant.</p>}
        <p className="mt-4">
          <ButtonLink href={`/admin/catalogue/activites/${id}/nouveau-creneau`} variant="primary">
            <Plus />
            Ajouter un créneau
          </ButtonLink>
        </p>
      </Part>
      <Part
        id="ouverture"
        title="Ouverture des réservations"
        lead="Pour des vacances ou une rentrée : à partir de quand les familles réservent ces jours, et jusqu’à quand."
      >
        <BookingWindows activityId={id} windows={windows} />
      </Part>
      <Part id="reglages" title="Réglages">
        <ActivityForm choices={choices} facilityId={activity.facilityId} activity={activity} />
      </Part>
    </CataloguePage>
  );
}
