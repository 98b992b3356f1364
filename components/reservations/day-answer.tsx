import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/core/action-result";
import type { DayView, MonthView } from "@/lib/reservations/rules";
import { colourOf } from "./cell-looks";
import type { DetailActions } from "./day-detail";
import { DayRow } from "./day-row";
import type { Spot } from "./grid-layout";
import type { GridState, GridStore } from "./grid-store";
import { roles } from "./table-roles";

type Props = DetailActions & {
  view: MonthView;
  grid: GridState & { store: GridStore };
  result?: ActionResult<DayView>;
  explain: (spot: Spot) => void;
  /** The place whose detail is open. */
  detail?: string;
  onDetail: (key?: string) => void;
};

export function DayAnswer({ view, grid, result, ...does }: Props) {
  if (!result) return <Loading />;
  if (!result.ok) {
    return (
      <div role="alert" className="failed">
        <p>{result.error.message}</p>
        <Button onClick={does.reload}>Réessayer</Button>
      </div>
    );
  }
  const { lines, words } = result.data;
  const seen = view.children.filter(({ id }) =>
    lines.some(({ children }) => children.some((one) => one.childId === id)),
  );
  if (seen.length === 0) return <p className="failed">Aucun créneau n’est proposé ce jour-là.</p>;
  return (
    <table {...roles.table}>
      <caption className="sr-only">{words} : services par enfant</caption>
      <thead {...roles.group}>
        <tr {...roles.row}>
          <th {...roles.head} scope="col">
            Service
          </th>
          {seen.map(({ id, firstName, rank }) => (
            <th key={id} {...roles.head} scope="col">
              <span className={`who ${colourOf(rank)}`}>{firstName}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.group}>
        {lines.map((line) => (
          <DayRow key={line.slotId} {...{ view, grid, line }} {...does} day={result.data} columns={seen} />
        ))}
      </tbody>
    </table>
  );
}

function Loading() {
  return (
    <div role="status" className="loading">
      <span className="sr-only">Chargement de la journée…</span>
      <i />
      <i />
      <i />
    </div>
  );
}
