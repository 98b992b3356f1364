import type { Metadata } from "next";
import { ArchiveButton } from "@/components/catalogue/archive-button";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { Part } from "@/components/catalogue/part";
import { SlotCalendar } from "@/components/catalogue/slot-calendar";
import { SlotForm } from "@/components/catalogue/slot-form";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getCalendarOf } from "@/lib/catalogue/facilities/queries";
import { listDays } from "@/lib/catalogue/opening/queries";
import { getSlot, listSlotChoices } from "@/lib/catalogue/slots/queries";
import { dateOf } from "@/lib/core/calendar";
import { timeInWords } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Créneau" };

type Props = { params: Promise<{ id: string }> };

export default async function SlotPage({ params }: Props) {
  const ctx = await requireAgent("catalogue:write");
  const { id } = await params;
  const slot = await foundOr404(getSlot(ctx, Number(id)));
  const { activity, facility } = slot;
  const [shell, choices, calendar, days] = await Promise.all([
    getAdminShell(ctx),
    listSlotChoices(ctx, activity.facilityId, { tariffId: slot.tariffId }),
    getCalendarOf(ctx, activity.facilityId),
    listDays(ctx, slot.id),
  ]);
  const today = dateOf(ctx.now);

  return (
    <CataloguePage
      shell={{ ...shell, account: ctx.account }}
      place="services"
      crumbs={[
        { href: `/admin/catalogue/structures/${activity.facilityId}`, label: facility },
        { href: `/admin/catalogue/activites/${activity.id}`, label: activity.name },
      ]}
      title={`${activity.name} › ${slot.label}`}
      lead={`${timeInWords(slot.startsAt)} – ${timeInWords(slot.endsAt)}, ${slot.capacity} places`}
      acts={<ArchiveButton kind="slot" id={slot.id} revision={slot.revision} isArchived={slot.archivedAt !== null} />}
    >
      <Part id="calendrier" title="Calendrier">
        <SlotCalendar slotId={slot.id} kind={activity.kind} calendar={calendar} today={today} days={days} />
      </Part>
      <Part id="reglages" title="Réglages">
        <SlotForm
          activityId={activity.id}
          choices={choices}
          calendar={calendar}
          today={today}
          isFree={activity.isFree}
          isLunch={activity.kind === "lunch"}
          slot={slot}
        />
      </Part>
    </CataloguePage>
  );
}
