import type { Metadata } from "next";
import { CataloguePage } from "@/components/catalogue/catalogue-page";
import { SlotForm } from "@/components/catalogue/slot-form";
import { Card } from "@/components/ui/card";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { requireAgent } from "@/lib/auth/gates";
import { getActivity } from "@/lib/catalogue/activities/queries";
import { getCalendarOf } from "@/lib/catalogue/facilities/queries";
import { listSlotChoices } from "@/lib/catalogue/slots/queries";
import { dateOf } from "@/lib/core/calendar";
import { getAdminShell } from "@/lib/reporting/admin-shell";

export const metadata: Metadata = { title: "Nouveau créneau" };

type Props = { params: Promise<{ id: string }> };

export default async function NewSlotPage({ params }: Props) {
  const ctx = await requireAgent("catalogue:write");
  const { id } = await params;
  const activity = await foundOr404(getActivity(ctx, id));
  const [shell, choices, calendar] = await Promise.all([
    getAdminShell(ctx),
    listSlotChoices(ctx, activity.facilityId),
    getCalendarOf(ctx, activity.facilityId),
  ]);

  return (
    <CataloguePage
      shell={{ ...shell, account: ctx.account }}
      place="services"
      crumbs={[
        { href: `/admin/catalogue/structures/${activity.facilityId}`, label: activity.facility },
        { href: `/admin/catalogue/activites/${id}`, label: activity.name },
      ]}
      title="Nouveau créneau"
      lead="Les jours où il ouvre viennent ensuite."
    >
      <Card className="p-4 sm:p-5">
        <SlotForm
          activityId={id}
          choices={choices}
          calendar={calendar}
          today={dateOf(ctx.now)}
          isFree={activity.billingMode === "free"}
          isLunch={activity.kind === "lunch"}
        />
      </Card>
    </CataloguePage>
  );
}
