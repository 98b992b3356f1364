import { CalendarCheck, ChevronLeft, ChevronRight, Repeat, Thermometer } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { capitalized, monthInWords } from "@/lib/core/format-date";
import type { MonthView } from "@/lib/reservations/rules";
import { ChildFilter } from "./child-filter";
import { GridCart, GridStatus } from "./grid-cart";
import { type GridLayout, monthAfter, monthPath } from "./grid-layout";
import type { GridState } from "./grid-store";
import type { Week } from "./use-week";
import { WeekSwitch } from "./week-switch";

type Props = {
  view: MonthView;
  layout: GridLayout;
  grid: GridState;
  week: Week;
  hidden: ReadonlySet<number>;
  onHide: (hidden: ReadonlySet<number>) => void;
  onAbsence: () => void;
  onPatterns: () => void;
};

export function GridToolbar({ view, layout, grid, week, hidden, onHide, onAbsence, onPatterns }: Props) {
  const [before, after] = [monthAfter(view.month, -1), monthAfter(view.month, 1)];

  /** In the month of today, goes to today; elsewhere the link leads to the current month. */
  function goToday(event: MouseEvent) {
    if (!view.today.startsWith(view.month)) return;
    event.preventDefault();
    week.go(week.current);
    const today = document.querySelector<HTMLElement>(".month-grid [aria-current]");
    today?.scrollIntoView({ block: "center" });
    today?.querySelector("button")?.focus({ preventScroll: true });
  }

  return (
    <>
      <div className="bar">
        <h1>{capitalized(monthInWords(view.month))}</h1>
        <nav aria-label="Mois" className="months">
          <MonthLink view={view} month={before} label="Mois précédent" icon={<ChevronLeft />} />
          <MonthLink view={view} month={after} label="Mois suivant" icon={<ChevronRight />} />
        </nav>
        <Link href={view.path} onClick={goToday} className="tool today">
          <CalendarCheck />
          <span>Aujourd’hui</span>
        </Link>
        <WeekSwitch view={view} layout={layout} week={week} before={before} after={after} />
        <ChildFilter view={view} hidden={hidden} onHide={onHide} />
        {view.children.length > 0 && (
          <>
            <button type="button" className="tool pill" onClick={onAbsence}>
              <Thermometer />
              {view.byAgent ? "Enfant malade" : "Mon enfant est malade"}
            </button>
            <button type="button" className="tool pill" onClick={onPatterns}>
              <Repeat />
              Semaine type
            </button>
          </>
        )}
        <GridCart cart={grid.cart} view={view} />
      </div>
      <GridStatus grid={grid} view={view} />
    </>
  );
}

type MonthLinkProps = { view: MonthView; month: string; label: string; icon: ReactNode };

function MonthLink({ view, month, label, icon }: MonthLinkProps) {
  return (
    <Link href={monthPath(view, month)} aria-label={`${label} : ${monthInWords(month)}`} className="tool square">
      {icon}
    </Link>
  );
}
