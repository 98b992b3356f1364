import { memo } from "react";
import { cellName, type MonthView } from "@/lib/reservations/rules";
import { colourOf, isQuiet, shapeOf } from "./cell-looks";
import { type GridDay, type GridWeek, slotIn } from "./grid-layout";
import { roles } from "./table-roles";

type Props = {
  view: MonthView;
  week: GridWeek;
  /** The letters of this week only: the row is drawn again when one of them changes. */
  codes: string;
  hidden: ReadonlySet<number>;
  /** The week that a phone shows. */
  shown: boolean;
};

export const WeekRow = memo(function WeekRow({ view, week, codes, hidden, shown }: Props) {
  const length = week.to - week.from;
  const codeOf = (child: number, slot: number, day: number) =>
    codes[(child * view.slots.length + slot) * length + day - week.from] ?? " ";
  return (
    <tr {...roles.row} data-shown={shown || undefined}>
      {week.days.map((day, place) =>
        day?.kind === "open"
          ? openDay(view, day, hidden, codeOf)
          : quietDay(day, day?.index ?? `none-${place}-${week.from}`),
      )}
    </tr>
  );
});

function quietDay(day: GridDay | null, key: number | string) {
  return (
    <td key={key} {...roles.cell} className={day?.kind ?? "out"} aria-current={day?.today ? "date" : undefined}>
      {day && (
        <div className="head">
          <span className="day">
            <i>{day.weekday} </i>
            <b>{day.number}</b>
            {day.kind === "closed" && <em>{day.note}</em>}
          </span>
        </div>
      )}
    </td>
  );
}

function openDay(
  view: MonthView,
  day: GridDay,
  hidden: ReadonlySet<number>,
  codeOf: (child: number, slot: number, day: number) => string,
) {
  const { index, words, columns, note } = day;
  return (
    <td
      key={index}
      {...roles.cell}
      data-d={index}
      className={day.past ? "past" : undefined}
      data-n={columns.length}
      data-own={day.own || undefined}
      aria-current={day.today ? "date" : undefined}
    >
      <div className="head">
        <button type="button" className="day" aria-label={note ? `${words}, ${note}` : words}>
          <i>{day.weekday} </i>
          <b>{day.number}</b>
        </button>
        {note && <em>{note}</em>}
        {columns.map(({ label }) => (
          <small key={label}>{label}</small>
        ))}
      </div>
      {view.children.map(({ id, firstName, rank }, child) => {
        const slots = columns.map((column) => slotIn(view, column, child, index));
        if (hidden.has(child) || slots.every((slot) => slot === undefined)) return null;
        return (
          <div key={id} className={`row ${colourOf(rank)}`} data-c={child}>
            <span>{firstName}</span>
            {slots.map((slot, column) => {
              const code = slot === undefined ? "-" : codeOf(child, slot, index);
              if (code === "-" || slot === undefined) return <i key={columns[column]?.label} />;
              return cell(cellName(firstName, words, columns[column]?.label ?? "", code), code, slot);
            })}
          </div>
        );
      })}
    </td>
  );
}

const cell = (name: string, code: string, key: number) => (
  <button key={key} type="button" aria-label={name} data-s={shapeOf(code)} aria-disabled={isQuiet(code) || undefined} />
);
