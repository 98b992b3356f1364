import { DoorClosed } from "lucide-react";
import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { FillMap } from "@/components/planning/charts/fill-map";
import { DayPlanning } from "@/components/planning/day-planning";
import { expectedInWords } from "@/components/planning/day-words";
import { LiveRefresh } from "@/components/planning/live-refresh";
import { type PlanningAddress, planningPath } from "@/components/planning/planning-address";
import { PlanningBar } from "@/components/planning/planning-bar";
import { PrintButton } from "@/components/planning/print-button";
import { WeekPlanning } from "@/components/planning/week-planning";
import { ButtonLink } from "@/components/ui/button";
import { requireAgent } from "@/lib/auth/gates";
import { isAllowed } from "@/lib/core/authorize";
import { addDays, dateOf, datesBetween, mondayOf, weekdayOf } from "@/lib/core/calendar";
import { capitalized, dateInWords } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { planningInput, planningViews } from "@/lib/reservations/planning/input";
import { listFillRates, listOffers, listPlanning } from "@/lib/reservations/planning/queries";

export const metadata: Metadata = { title: "Planning" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Enough weeks for a habit to show, few enough to be recent. */
const FILLING_DAYS = 28;

/** What each view shows: its days, how far its arrows go, its title and what the arrows are called. */
const views = {
  jour: {
    label: "Jour",
    step: 1,
    daysOf: (jour: string) => [jour, jour],
    title: (from: string) => capitalized(dateInWords(from)),
    ways: ["Jour précédent", "Jour suivant"],
  },
  semaine: {
    label: "Semaine",
    step: 7,
    daysOf: (jour: string) => [mondayOf(jour), addDays(mondayOf(jour), 6)],
    title: (from: string) => `Semaine du ${dateInWords(from)}`,
    ways: ["Semaine précédente", "Semaine suivante"],
  },
  remplissage: {
    label: "Remplissage",
    step: FILLING_DAYS,
    daysOf: (jour: string) => [mondayOf(jour), addDays(mondayOf(jour), FILLING_DAYS - 1)],
    title: (from: string) => `Quatre semaines dès le ${dateInWords(from)}`,
    ways: ["Quatre semaines avant", "Quatre semaines après"],
  },
} as const;

export default async function PlanningPage({ searchParams }: Props) {
  const ctx = await requireAgent("planning:read");
  const asked = planningInput.parse(await searchParams);
  const today = dateOf(ctx.now);
  const { structure, vue } = asked;
  const jour = asked.jour ?? today;
  const { step, daysOf, title, ways } = views[vue];
  const [from = jour, to = jour] = daysOf(jour);
  const days = { from, to, facilityId: structure };
  const isFilling = vue === "remplissage";
  const [shell, offers, slots, rates] = await Promise.all([
    getAdminShell(ctx),
    listOffers(ctx),
    isFilling ? [] : listPlanning(ctx, days),
    isFilling ? listFillRates(ctx, days) : [],
  ]);

  const way = (to: Partial<PlanningAddress>) => planningPath({ jour, structure, vue, ...to });
  const plans = isAllowed(ctx.actor, "planning:write");
  const lead = isFilling
    ? "Places prises sur places ouvertes, en moyenne par jour de la semaine ; les jours fermés ne comptent pas."
    : expectedInWords(slots.reduce((sum, slot) => sum + slot.expected, 0));
  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="planning">
      <PageTitle title={title(from)} lead={lead}>
        <PrintButton />
        {plans && (
          <ButtonLink href={closurePath({ jour, today, structure })} variant="primary">
            <DoorClosed />
            {vue === "jour" ? "Fermer ce jour…" : "Fermer des jours…"}
          </ButtonLink>
        )}
      </PageTitle>
      <PlanningBar
        previous={{ href: way({ jour: addDays(jour, -step) }), label: ways[0] }}
        next={{ href: way({ jour: addDays(jour, step) }), label: ways[1] }}
        today={{ href: way({ jour: today }), label: "Aujourd’hui" }}
        views={planningViews.map((view) => ({
          href: way({ vue: view }),
          label: views[view].label,
          isCurrent: view === vue,
        }))}
        structures={[
          { href: way({ structure: undefined }), label: "Toutes les structures", isCurrent: !structure },
          ...offers.map(({ id, name }) => ({ href: way({ structure: id }), label: name, isCurrent: id === structure })),
        ]}
      />
      {!isFilling && <LiveRefresh key={`${from} ${to}`} from={from} to={to} />}
      {isFilling ? (
        <FillMap rates={rates} />
      ) : vue === "semaine" ? (
        <WeekPlanning slots={slots} days={openDays(slots, from, to)} today={today} structure={structure} />
      ) : (
        <DayPlanning slots={slots} rights={{ points: isAllowed(ctx.actor, "attendance:write"), plans }} />
      )}
    </AdminShell>
  );
}

/** Closing begins at the day that is looked at, unless it is gone. */
function closurePath({ jour, today, structure }: { jour: string; today: string; structure?: string }): string {
  const day = jour < today ? today : jour;
  const reach = structure ? `structure:${structure}` : "tout";
  return `/admin/planning/fermetures?${new URLSearchParams({ from: day, to: day, reach })}`;
}

/** Saturday and Sunday only where something opens then. */
function openDays(slots: { date: string }[], from: string, to: string): string[] {
  const open = new Set(slots.map(({ date }) => date));
  return datesBetween(from, to).filter((date) => weekdayOf(date) <= 5 || open.has(date));
}
