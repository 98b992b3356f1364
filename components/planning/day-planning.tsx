import { CalendarOff } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { timeInWords } from "@/lib/core/format-date";
import type { PlannedSlot } from "@/lib/reservations/planning/queries";
import { adultsInWords } from "@/lib/reservations/planning/rules";
import { DayTable } from "./day-table";
import { MomentCard, type PlanningRights } from "./moment-card";
import { peakAt, placesOf } from "./moments";

type Props = { slots: PlannedSlot[]; rights: PlanningRights };

/** A day, structure by structure. */
export function DayPlanning({ slots, rights }: Props) {
  if (slots.length === 0) {
    return (
      <EmptyState icon={CalendarOff} title="Rien n’ouvre ce jour-là">
        Aucun créneau n’est ouvert à cette date dans le catalogue.
      </EmptyState>
    );
  }
  return placesOf(slots).map(({ id, name, moments, slots }) => {
    const peak = peakAt(slots);
    return (
      <section key={id} aria-labelledby={`structure-${id}`} className="mb-8">
        <h2 id={`structure-${id}`}>{name}</h2>
        <p className="mb-3 text-sm text-ink-2">
          {peak
            ? `Au plus fort, vers ${timeInWords(peak.at)} : ${adultsInWords(peak.adults)} requis en même temps.`
            : "Personne n’est attendu pour l’instant."}
        </p>
        <div className="gap-4 md:columns-2 2xl:columns-3 print:columns-2 *:mb-4 *:break-inside-avoid">
          {moments.map((moment) => (
            <MomentCard key={moment.key} moment={moment} rights={rights} />
          ))}
        </div>
        <DayTable name={name} slots={slots} />
      </section>
    );
  });
}
