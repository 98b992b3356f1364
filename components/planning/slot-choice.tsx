import { CalendarOff, ChevronRight } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { timeInWords } from "@/lib/core/format-date";
import type { PlannedSlot } from "@/lib/reservations/planning/queries";
import { slotInWords } from "./day-words";
import { placesOf } from "./moments";

/** Which slot of the day to point: large enough for a finger. */
export function SlotChoice({ slots }: { slots: PlannedSlot[] }) {
  const open = slots.filter(({ closedReason }) => closedReason === null);
  if (open.length === 0) {
    return (
      <EmptyState icon={CalendarOff} title="Rien à pointer ce jour-là">
        Aucun créneau n’est ouvert à cette date.
      </EmptyState>
    );
  }
  return placesOf(open).map(({ id, name, slots }) => (
    <section key={id} aria-labelledby={`structure-${id}`} className="mb-6">
      <h2 id={`structure-${id}`} className="mb-3">
        {name}
      </h2>
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {slots.map((slot) => (
          <li key={slot.id}>
            <SlotLink slot={slot} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function SlotLink({ slot }: { slot: PlannedSlot }) {
  const { slotId, date, startsAt, endsAt, expected, present, absent } = slot;
  const pointed = present + absent;
  const all = expected + absent;
  const seen = `${pointed} ${pointed > 1 ? "pointés" : "pointé"} sur ${all}`;
  return (
    <Link
      href={`/admin/pointage?jour=${date}&creneau=${slotId}`}
      className="flex min-h-20 items-center gap-3 rounded-card border border-line bg-paper p-4 text-ink no-underline shadow-card hover:border-primary"
    >
      <span className="grid min-w-0 grow gap-1.5">
        <strong className="leading-tight">{slotInWords(slot)}</strong>
        <span className="text-sm text-ink-2">
          {timeInWords(startsAt)} – {timeInWords(endsAt)} · {seen}
        </span>
        <span aria-hidden="true" className="block h-2.5 overflow-hidden rounded-full bg-sunk">
          <span className="block h-full bg-reserved" style={{ width: `${(100 * pointed) / Math.max(all, 1)}%` }} />
        </span>
      </span>
      <ChevronRight className="text-ink-3" />
    </Link>
  );
}
