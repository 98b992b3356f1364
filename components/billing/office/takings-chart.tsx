import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { ListTable } from "@/components/ui/table";
import type { Taking } from "@/lib/billing/office/queries/takings";
import type { Period } from "@/lib/billing/office/rules";
import { datesBetween, monthOf } from "@/lib/core/calendar";
import { capitalized, dayInWords, monthInWords, shortDate } from "@/lib/core/format-date";

type Props = { takings: Taking[]; period: Period };

/** More days than this are added up by month. */
const MOST_DAYS = 62;
const HEIGHT = 96;
const COLUMN = 20;

/** What came in day by day, or month by month over a long period: bars to look at, and the table behind them. */
export function TakingsChart({ takings, period }: Props) {
  const days = datesBetween(period.from, period.to);
  const isByMonth = days.length > MOST_DAYS;
  const keyOf = (day: string) => (isByMonth ? monthOf(day) : day);
  const nameOf = (key: string) => capitalized(isByMonth ? monthInWords(key) : dayInWords(key));
  const columns = [...new Set(days.map(keyOf))].map((key) => sumOf(key, takings, keyOf));
  const most = Math.max(0, ...columns.map(({ cents }) => cents));
  if (most === 0 || columns.length < 2) return null;

  const told = columns.filter(({ count, cancelledCents }) => count > 0 || cancelledCents > 0);
  const width = columns.length * COLUMN;
  return (
    <Card aria-labelledby="par-jour" className="mb-4 p-5">
      <h2 id="par-jour" className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        {isByMonth ? "Encaissé par mois" : "Encaissé par jour"}
        <span className="text-sm font-normal text-ink-2">
          au plus <Money cents={most} />
        </span>
      </h2>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-24 w-full border-b border-line-strong"
      >
        {columns.map(({ key, cents }, index) => {
          const height = Math.max(0, (cents / most) * HEIGHT);
          return (
            <rect
              key={key}
              x={index * COLUMN + 3}
              y={HEIGHT - height}
              width={COLUMN - 6}
              height={height}
              className="fill-primary"
            >
              <title>{nameOf(key)}</title>
            </rect>
          );
        })}
      </svg>
      <p aria-hidden="true" className="mt-1 flex justify-between text-xs text-ink-2">
        {[columns.at(0), columns.at(-1)].map((column) => (
          <span key={column?.key}>{column && (isByMonth ? nameOf(column.key) : shortDate(column.key))}</span>
        ))}
      </p>
      <details className="mt-2">
        <summary className="cursor-pointer text-sm text-primary-strong underline underline-offset-3">
          Voir en tableau
        </summary>
        <div className="mt-3">
          <ListTable
            caption={isByMonth ? "Encaissé par mois" : "Encaissé par jour"}
            columns={[
              { label: isByMonth ? "Mois" : "Jour", phone: "lead" },
              { label: "Paiements", end: true, told: true },
              { label: "Annulé", end: true, told: true },
              { label: "Encaissé", phone: "amount", end: true },
            ]}
            rows={told.map(({ key, count, cents, cancelledCents }) => ({
              key,
              cells: [
                nameOf(key),
                `${count}`,
                cancelledCents > 0 && <Money key="cancelled" cents={cancelledCents} />,
                <Money key="cents" cents={cents} />,
              ],
            }))}
          />
        </div>
      </details>
    </Card>
  );
}

/** The days of one column, added up. */
function sumOf(key: string, takings: Taking[], keyOf: (day: string) => string) {
  const own = takings.filter(({ day }) => keyOf(day) === key);
  const sum = (name: "count" | "cents" | "cancelledCents") => own.reduce((total, taking) => total + taking[name], 0);
  return { key, count: sum("count"), cents: sum("cents"), cancelledCents: sum("cancelledCents") };
}
