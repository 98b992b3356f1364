import { formatEuros } from "@/lib/core/money";
import { cellName, type DayView, type MonthView } from "@/lib/reservations/rules";
import { colourOf, isQuiet, shapeOf } from "./cell-looks";
import { DayDetail, type DetailActions } from "./day-detail";
import { cellOfDay, commonPrice, type DayLine, keyOf, reasonsOfPrice } from "./day-lines";
import { cellAt, type Spot } from "./grid-layout";
import { type GridState, type GridStore, kindOf } from "./grid-store";
import { roles } from "./table-roles";

type Props = DetailActions & {
  view: MonthView;
  grid: GridState & { store: GridStore };
  day: DayView;
  line: DayLine;
  columns: MonthView["children"];
  explain: (spot: Spot) => void;
  detail?: string;
  onDetail: (key?: string) => void;
};

const priceInWords = (cents: number | null) =>
  cents === null ? "tarif à venir" : cents === 0 ? "gratuit" : formatEuros(cents);

export function DayRow(props: Props) {
  const { view, grid, day, line, columns, detail } = props;
  const common = commonPrice(line);
  const open = columns.find(({ id }) => keyOf({ childId: id, slotId: line.slotId }) === detail);
  const entry = line.children.find(({ childId }) => childId === open?.id);
  return (
    <>
      <tr {...roles.row}>
        <Service view={view} line={line} />
        {columns.map((child) => (
          <DayCell key={child.id} {...props} child={child} priced={common === undefined} />
        ))}
      </tr>
      {open && entry && (
        <tr {...roles.row} className="opened" id={detailIdOf(line, open)}>
          <td {...roles.cell} colSpan={columns.length + 1}>
            <DayDetail
              {...props}
              key={open.id}
              store={grid.store}
              child={open}
              code={cellOfDay(view, grid.cells, day.date, line, entry).code}
            />
          </td>
        </tr>
      )}
    </>
  );
}

const detailIdOf = ({ slotId }: DayLine, { id }: { id: string }) => `detail-${slotId}-${id}`;

function Service({ view, line }: Pick<Props, "view" | "line">) {
  const common = commonPrice(line);
  const reasons = reasonsOfPrice(view, line);
  return (
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
  );
}

type CellProps = Props & { child: MonthView["children"][number]; priced: boolean };

function DayCell({ view, grid, day, line, child, priced, explain, detail, onDetail }: CellProps) {
  const entry = line.children.find(({ childId }) => childId === child.id);
  if (!entry) return <td {...roles.cell} className="empty" />;
  const { spot, code } = cellOfDay(view, grid.cells, day.date, line, entry);
  const key = keyOf({ childId: child.id, slotId: line.slotId });
  const kind = kindOf(code);
  const hasDetail = Boolean(entry.act || entry.proof || entry.history?.length);
  const isOpen = detail === key;
  const toggle = () => onDetail(isOpen ? undefined : key);
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
          aria-disabled={(!kind && !hasDetail) || undefined}
          aria-label={cellName(child.firstName, day.words, line.label, code)}
          onClick={() => (kind ? grid.store.act(kind, [cellAt(view, spot)]) : hasDetail ? toggle() : explain(spot))}
        />
      )}
      {priced && <small>{priceInWords(entry.priceCents)}</small>}
      {hasDetail && (
        <button
          type="button"
          className="more"
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailIdOf(line, child) : undefined}
          aria-label={`${wordsOf(code)} : ${child.firstName}, ${line.label}`}
          onClick={toggle}
        >
          {wordsOf(code)}
        </button>
      )}
    </td>
  );
}

const words: Record<string, string> = { o: "Liste d’attente", "?": "Demander", W: "Répondre", R: "Modifier" };
const wordsOf = (code: string) => words[code] ?? "Détail";
