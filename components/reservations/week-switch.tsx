import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { MonthView } from "@/lib/reservations/rules";
import { type GridLayout, monthPath } from "./grid-layout";
import { FROM_THE_END, type Week } from "./use-week";

type Props = { view: MonthView; layout: GridLayout; week: Week; before: string; after: string };

/** On a phone: one week after the other; past the edge of the month, a link to the next one. */
export function WeekSwitch({ view, layout, week, before, after }: Props) {
  const { index, last, go } = week;
  return (
    <div className="weeks">
      <p aria-live="polite">
        <span className="sr-only">Semaine : </span>
        {layout.weeks[index]?.title}
      </p>
      <Step
        label="Semaine précédente"
        href={index === 0 ? monthPath(view, before) + FROM_THE_END : undefined}
        onStep={() => go(index - 1)}
      >
        <ChevronLeft />
      </Step>
      <Step
        label="Semaine suivante"
        href={index === last ? monthPath(view, after) : undefined}
        onStep={() => go(index + 1)}
      >
        <ChevronRight />
      </Step>
    </div>
  );
}

function Step({
  label,
  href,
  onStep,
  children,
}: {
  label: string;
  href?: string;
  onStep: () => void;
  children: ReactNode;
}) {
  return href ? (
    <Link href={href} aria-label={label} className="tool square">
      {children}
    </Link>
  ) : (
    <button type="button" aria-label={label} className="tool square" onClick={onStep}>
      {children}
    </button>
  );
}
