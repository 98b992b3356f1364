import type { MonthView } from "@/lib/reservations/rules";
import { colourOf } from "./cell-looks";

type Props = { view: MonthView; hidden: ReadonlySet<number>; onHide: (hidden: ReadonlySet<number>) => void };

/** Shows or hides a child; when the last one is hidden, everybody comes back. */
export function ChildFilter({ view, hidden, onHide }: Props) {
  if (view.children.length < 2) return null;

  function toggle(child: number) {
    const next = new Set(hidden);
    if (!next.delete(child)) next.add(child);
    onHide(next.size === view.children.length ? new Set() : next);
  }

  return (
    <fieldset className="children">
      <legend className="sr-only">Enfants affichés</legend>
      {view.children.map(({ id, firstName, rank }, child) => (
        <button
          key={id}
          type="button"
          className={`chip ${colourOf(rank)}`}
          aria-pressed={!hidden.has(child)}
          onClick={() => toggle(child)}
        >
          {firstName}
        </button>
      ))}
    </fieldset>
  );
}
