import { Check } from "lucide-react";
import { capitalized } from "@/lib/core/format-date";
import type { OfferedChild, OfferedColumn, Turn } from "@/lib/reservations/patterns/rules";
import { columnId, tickOf, weekdayName } from "./plan-values";

type Props = {
  child: OfferedChild;
  columns: OfferedColumn[];
  turn: Turn;
  caption: string;
  ticks: ReadonlySet<string>;
  onChange: (ticks: Set<string>) => void;
};

/** A week of one child: days as rows, services as columns, a box where one opens; a column's name ticks all its days. */
export function WeekTable({ child, columns, turn, caption, ticks, onChange }: Props) {
  const weekdays = [...new Set(columns.flatMap(({ weekdays }) => weekdays))].sort();
  const alone = columns.filter((column) => isAlone(column, columns));
  const shared = columns.filter((column) => !alone.includes(column));
  const heads = shared.length > 0 ? shared : columns;

  function set(keys: string[], on: boolean) {
    const next = new Set(ticks);
    for (const key of keys) on ? next.add(key) : next.delete(key);
    onChange(next);
  }
  const box = (column: OfferedColumn, weekday: number, isNamed = false) => {
    const key = tickOf(child.id, column, weekday, turn);
    return (
      <label>
        <input
          type="checkbox"
          aria-label={`${child.firstName}, ${weekdayName(weekday)}, ${column.label}`}
          checked={ticks.has(key)}
          onChange={({ target }) => set([key], target.checked)}
        />
        <Check aria-hidden="true" />
        {isNamed && <span aria-hidden="true">{column.label}</span>}
      </label>
    );
  };

  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {heads.map((column) => (
            <Head key={columnId(column)} {...{ column, columns }} {...allDays(column)} onAll={set} />
          ))}
        </tr>
      </thead>
      <tbody>
        {weekdays.map((weekday) => {
          const only = shared.length > 0 && alone.find((column) => column.weekdays.includes(weekday));
          return (
            <tr key={weekday}>
              <th scope="row">{capitalized(weekdayName(weekday))}</th>
              {only ? (
                <td colSpan={heads.length}>{box(only, weekday, true)}</td>
              ) : (
                heads.map((column) => (
                  <td key={columnId(column)}>{column.weekdays.includes(weekday) && box(column, weekday)}</td>
                ))
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function allDays(column: OfferedColumn) {
    const keys = column.weekdays.map((weekday) => tickOf(child.id, column, weekday, turn));
    return { keys, isAll: keys.every((key) => ticks.has(key)) };
  }
}

/** Nothing else opens on its days, as on Wednesdays: it needs no column. */
const isAlone = (column: OfferedColumn, columns: OfferedColumn[]): boolean =>
  columns.every((other) => other === column || other.weekdays.every((weekday) => !column.weekdays.includes(weekday)));

type HeadProps = {
  column: OfferedColumn;
  columns: OfferedColumn[];
  keys: string[];
  isAll: boolean;
  onAll: (keys: string[], on: boolean) => void;
};

function Head({ column: { label, activity, hours }, columns, keys, isAll, onAll }: HeadProps) {
  const isShared = columns.filter((other) => other.label === label).length > 1;
  return (
    <th scope="col">
      <button
        type="button"
        aria-label={`${label}, tous les jours`}
        aria-pressed={isAll}
        onClick={() => onAll(keys, !isAll)}
      >
        {label}
      </button>
      {isShared && <small>{activity}</small>}
      <small className="hours">{hours}</small>
    </th>
  );
}
