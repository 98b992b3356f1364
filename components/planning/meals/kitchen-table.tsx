import { ScrollArea } from "@/components/ui/scroll-area";
import { capitalized, dateInWords } from "@/lib/core/format-date";
import { groupBy } from "@/lib/core/group-by";
import { diets } from "@/lib/families/health/rules";
import { dietNames, type Kitchen, type MealLine, type Plates } from "@/lib/reservations/meals/rules";

type Props = { kitchen: Kitchen; countedAt: string };

const head = "px-2 py-2 text-right align-bottom font-semibold last:pr-4";
const cell = "px-2 py-2 text-right tabular-nums last:pr-4";

/** What a kitchen must serve: a line per service and age, under its day when there are several. */
export function KitchenTable({ kitchen: { id, name, lines, total }, countedAt }: Props) {
  const days = groupBy(lines, ({ date }) => date);
  return (
    <section aria-labelledby={`cuisine-${id}`} className="mb-8 print:not-first-of-type:break-before-page">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`cuisine-${id}`}>{name}</h2>
        <p className="text-sm text-ink-2">Compté le {countedAt}</p>
      </div>
      <ScrollArea label={`Tableau des repas, ${name}`} className="print:rounded-none print:border-0">
        <table className="w-full min-w-180 border-collapse text-left text-sm print:min-w-0">
          <caption className="sr-only">Repas à servir par la cuisine de {name}</caption>
          <thead>
            <tr className="border-b border-line-strong text-ink-2">
              <th scope="col" className="sticky left-0 bg-paper px-4 py-2 align-bottom font-semibold print:static">
                Service
              </th>
              <th scope="col" className={head}>
                Repas
              </th>
              {dietNames.map((diet) => (
                <th key={diet} scope="col" className={head}>
                  {diets[diet]}
                </th>
              ))}
              <th scope="col" className={head}>
                Dont PAI
              </th>
              <th scope="col" className={head}>
                Dont allergie
              </th>
              <th scope="col" className={head}>
                Demandes en plus
              </th>
            </tr>
          </thead>
          {days.map(([{ date }, lines]) => (
            <tbody key={date} className="print:break-inside-avoid">
              {days.length > 1 && (
                <tr className="border-b border-line bg-sunk">
                  <th scope="rowgroup" colSpan={5 + dietNames.length} className="px-4 py-1.5 font-semibold">
                    {capitalized(dateInWords(date))} : {lines.reduce((sum, { meals }) => sum + meals, 0)} repas
                  </th>
                </tr>
              )}
              {lines.map((line) => (
                <Line key={`${line.service} ${line.group}`} line={line} />
              ))}
            </tbody>
          ))}
          {lines.length > 1 && (
            <tfoot className="print:table-row-group">
              <tr className="font-semibold">
                <th scope="row" className="sticky left-0 bg-paper px-4 py-2 print:static">
                  Total
                </th>
                <Numbers plates={total} />
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollArea>
    </section>
  );
}

function Line({ line }: { line: MealLine }) {
  return (
    <tr className="border-b border-line">
      <th scope="row" className="sticky left-0 max-w-56 bg-paper px-4 py-2 font-normal print:static">
        <strong className="font-semibold">{line.group}</strong>
        <span className="block text-ink-2">{line.service}</span>
      </th>
      <Numbers plates={line} />
    </tr>
  );
}

/** A zero says nothing to a cook: it is pale. */
function Numbers({ plates }: { plates: Plates }) {
  const { meals, byDiet, carePlans, allergies, requested } = plates;
  const counts = { ...byDiet, carePlans, allergies, requested };
  return (
    <>
      <td className={`${cell} font-semibold`}>{meals}</td>
      {Object.entries(counts).map(([key, count]) => (
        <td key={key} className={`${cell} ${count === 0 ? "text-ink-3" : ""}`}>
          {count}
        </td>
      ))}
    </>
  );
}
