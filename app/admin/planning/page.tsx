import { DoorClosed } from "lucide-react";
import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { DayPlanning } from "@/components/planning/day-planning";
import { expectedInWords } from "@/components/planning/day-words";
import { LiveRefresh } from "@/components/planning/live-refresh";
import { planningPath } from "@/components/planning/planning-address";
import { PlanningBar } from "@/components/planning/planning-bar";
import { PrintButton } from "@/components/planning/print-button";
import { WeekPlanning } from "@/components/planning/week-planning";
import { ButtonLink } from "@/components/ui/button";
import { requireAgent } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { addDays, dateOf, datesBetween, mondayOf, weekdayOf } from "@/lib/core/calendar";
import { capitalized, dateInWords } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { planningInput } from "@/lib/reservations/planning/input";
import { listOffers, listPlanning } from "@/lib/reservations/planning/queries";

export const metadata: Metadata = { title: "Planning" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PlanningPage({ searchParams }: Props) {
  const ctx = await requireAgent("planning:read");
  const asked = planningInput.parse(await searchParams);
  const today = dateOf(ctx.now);
  const { structure, vue } = asked;
  const jour = asked.jour ?? today;
  const isWeek = vue === "semaine";
  const monday = mondayOf(jour);
  const [from, to] = isWeek ? [monday, addDays(monday, 6)] : [jour, jour];
  const [shell, slots, offers] = await Promise.all([
    getAdminShell(ctx),
    listPlanning(ctx, { from, to, facilityId: structure }),
    listOffers(ctx),
  ]);

  const expected = slots.reduce((sum, slot) => sum + slot.expected, 0);
  const step = isWeek ? 7 : 1;
  const way = (to: { jour?: string; structure?: string; vue?: "jour" | "semaine" }) =>
    planningPath({ jour, structure, vue, ...to });
  const plans = isAllowed(ctx.actor, "planning:write");
  const isOver = jour < today;
  const day = isOver ? today : jour;
  const reach = structure ? `structure:${structure}` : "tout";
  const closurePath = `/admin/planning/fermetures?${new URLSearchParams({ from: day, to: day, reach })}`;
  const title = isWeek ? `Semaine du ${dateInWords(monday)}` : capitalized(dateInWords(jour));
  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="planning">
      <PageTitle title={title} lead={expectedInWords(expected)}>
        <PrintButton />
        {plans && (
          <ButtonLink href={closurePath} variant="primary">
            <DoorClosed />
            {isWeek ? "Fermer des jours…" : "Fermer ce jour…"}
          </ButtonLink>
        )}
      </PageTitle>
      <PlanningBar
        previous={{
          href: way({ jour: addDays(jour, -step) }),
          label: isWeek ? "Semaine précédente" : "Jour précédent",
        }}
        next={{ href: way({ jour: addDays(jour, step) }), label: isWeek ? "Semaine suivante" : "Jour suivant" }}
        today={{ href: way({ jour: today }), label: "Aujourd’hui" }}
        views={[
          { href: way({ vue: "jour" }), label: "Jour", isCurrent: !isWeek },
          { href: way({ vue: "semaine" }), label: "Semaine", isCurrent: isWeek },
        ]}
        structures={[
          { href: way({ structure: undefined }), label: "Toutes les structures", isCurrent: !structure },
          ...offers.map(({ id, name }) => ({ href: way({ structure: id }), label: name, isCurrent: id === structure })),
        ]}
      />
      <LiveRefresh key={`${from} ${to}`} from={from} to={to} />
      {isWeek ? (
        <WeekPlanning slots={slots} days={shownDays(slots, from, to)} today={today} structure={structure} />
      ) : (
        <DayPlanning slots={slots} rights={{ points: isAllowed(ctx.actor, "attendance:write"), plans }} />
      )}
    </AdminShell>
  );
}

/** Saturday and Sunday only where something opens then. */
function shownDays(slots: { date: string }[], from: string, to: string): string[] {
  const open = new Set(slots.map(({ date }) => date));
  return datesBetween(from, to).filter((date) => weekdayOf(date) <= 5 || open.has(date));
}
