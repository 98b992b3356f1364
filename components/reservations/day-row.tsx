import { formatEuros } from "@/lib/core/money";
import { cellName, type DayView, type MonthView } from "@/lib/reservations/rules";
import { colourOf, isQuiet, shapeOf } from "./cell-looks";
import { cellOfDay, commonPrice, type DayLine, reasonsOfPrice } from "./day-lines";
import { cellAt, type Spot } from "./grid-layout";
import { type GridState, type GridStore, kindOf } from "./grid-store";
import { roles } from "./table-roles";

type Props = {
  view: MonthView;
  grid: GridState & { store: GridStore };
  day: DayView;
  line: DayLine;
  columns: MonthView["children"];
  explain: (spot: Spot) => void;
};

const priceInWords = (cents: number | null) =>
  cents === null ? "tarif à venir" : cents === 0 ? "gratuit" : formatEuros(cents);

export function DayRow({ view, grid, day, line, columns, explain }: Props) {
  const common = commonPrice(line);
  const reasons = reasonsOfPrice(view, line);
  return (
    <tr {...roles.row}>
      <th {...roles.rowHead} scope="row">
        <p className="service">
          {line.activity} › {line.label}
          {common !== undefined && <span> · {priceInWords(common)}</span>}
        </p>
        <p>
          {line.hours} · {line.group && `${line.group} · `}
          {line.places}
          {line.billing === "billed" && " · sur facture"}
        </p>
        <p>{line.deadline}</p>
        {reasons.length > 0 && (
          <details>
            <summary>Pourquoi ce prix ?</summary>
            {reasons.map(({ who, why }) => (
              <div key={who}>
                {reasons.length > 1 && <b>{who}</b>}
                <ul>
                  {why.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
        )}
      </th>
      {columns.map((child) => (
        <DayCell key={child.id} {...{ view, grid, day, line, child, explain }} priced={common === undefined} />
      ))}
    </tr>
  );
}

type CellProps = Omit<Props, "columns"> & { child: MonthView["children"][number]; priced: boolean };

function DayCell({ view, grid, day, line, child, priced, explain }: CellProps) {
  const entry = line.children.find(({ childId }) => childId === child.id);
  if (!entry) return <td {...roles.cell} className="empty" />;
  const { spot, code } = cellOfDay(view, grid.cells, day.date, line, entry);
  const kind = kindOf(code);
  const by = entry.by && code !== "." ? `par ${entry.by}` : "";
  const notes = [priced ? priceInWords(entry.priceCents) : "", by].filter(Boolean).join(" · ");
  return (
    <td {...roles.cell}>
      <span className={`who ${colourOf(child.rank)}`} aria-hidden="true">
        {child.firstName}
      </span>
      {code !== "-" && spot && (
        <button
          type="button"
          className="cell"
          data-s={shapeOf(code)}
          data-quiet={isQuiet(code) || undefined}
          aria-disabled={!kind || undefined}
          aria-label={cellName(child.firstName, day.words, line.label, code)}
          onClick={() => (kind ? grid.store.act(kind, [cellAt(view, spot)]) : explain(spot))}
        />
      )}
      {notes && <small>{notes}</small>}
    </td>
  );
}
