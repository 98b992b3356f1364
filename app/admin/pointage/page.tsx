import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import { AdminShell } from "@/components/layout/admin-shell";
import { PageTitle } from "@/components/layout/page-title";
import { DayBar } from "@/components/planning/day-bar";
import { slotInWords } from "@/components/planning/day-words";
import { RollCall } from "@/components/planning/roll-call";
import { SheetButton } from "@/components/planning/sheet-button";
import { SlotChoice } from "@/components/planning/slot-choice";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { foundOr404 } from "@/lib/auth/found-or-404";
import { type AgentContext, requireAgent } from "@/lib/auth/gates";
import { addDays, dateOf } from "@/lib/core/calendar";
import { capitalized, dateInWords, timeInWords } from "@/lib/core/format-date";
import { getAdminShell } from "@/lib/reporting/admin-shell";
import { rollCallInput } from "@/lib/reservations/attendance/input";
import { getRollCall, listOtherChildren } from "@/lib/reservations/attendance/queries";
import { listPlanning } from "@/lib/reservations/planning/queries";

export const metadata: Metadata = { title: "Pointage" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AttendancePage({ searchParams }: Props) {
  const ctx = await requireAgent("attendance:write");
  const { jour = dateOf(ctx.now), creneau } = rollCallInput.parse(await searchParams);
  const shell = await getAdminShell(ctx);

  return (
    <AdminShell shell={{ ...shell, account: ctx.account }} current="pointage">
      {creneau ? <Sheet ctx={ctx} slotId={creneau} date={jour} /> : <Choice ctx={ctx} date={jour} />}
    </AdminShell>
  );
}

type SheetProps = { ctx: AgentContext; slotId: number; date: string };

async function Sheet({ ctx, slotId, date }: SheetProps) {
  const [view, others] = await Promise.all([
    foundOr404(getRollCall(ctx, { slotId, date })),
    listOtherChildren(ctx, { slotId, date }),
  ]);
  const hours = `${timeInWords(view.startsAt)} – ${timeInWords(view.endsAt)}`;
  return (
    <>
      <PageTitle title={slotInWords(view)} lead={`${capitalized(dateInWords(date))}, ${hours}. ${view.facility}.`}>
        <ButtonLink href={`/admin/pointage?jour=${date}`} className="min-h-12">
          <ChevronLeft />
          Autres créneaux
        </ButtonLink>
        <SheetButton slotId={slotId} date={date} />
      </PageTitle>
      {view.closedReason !== null ? (
        <Notice tone="warning" title="Ce créneau est fermé.">
          {view.closedReason}
        </Notice>
      ) : date > dateOf(ctx.now) ? (
        <Notice tone="info" title="Le pointage s’ouvre le jour même.">
          {view.children.length} enfants sont attendus. La feuille peut déjà être imprimée.
        </Notice>
      ) : (
        <RollCall key={`${slotId} ${date}`} view={view} others={others} />
      )}
    </>
  );
}

async function Choice({ ctx, date }: { ctx: AgentContext; date: string }) {
  const slots = await listPlanning(ctx, { from: date, to: date });
  const way = (jour: string, label: string) => ({ href: `/admin/pointage?jour=${jour}`, label });
  return (
    <>
      <PageTitle title="Pointage" lead={capitalized(dateInWords(date))} />
      <div className="mb-5">
        <DayBar
          previous={way(addDays(date, -1), "Jour précédent")}
          today={way(dateOf(ctx.now), "Aujourd’hui")}
          next={way(addDays(date, 1), "Jour suivant")}
        />
      </div>
      <SlotChoice slots={slots} />
    </>
  );
}
