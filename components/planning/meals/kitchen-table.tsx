import { ScrollArea } from "@/components/ui/scroll-area";
import { capitalized, dateInWords } from "@/lib/core/format-date";
import { groupBy } from "@/lib/core/group-by";
import { diets } from "@/lib/families/health/rules";
import { dietNames, type Kitchen, type MealLine, type Plates } from "@/lib/reservations/meals/rules";

const others = [
  { key: "carePlans", label: "Dont PAI" },
  { key: "allergies", label: "Dont allergie" },
  { key: "requested", label: "Demandes en plus" },
] as const;

type Props = { kitchen: Kitchen; countedAt: string };

const head = "px-2 py-2 text-right align-bottom font-semibold last:pr-4";
const cell = "px-2 py-2 text-right tabular-nums last:pr-4 max-sm:px-0 max-sm:py-0 max-sm:last:pr-0";
// On a phone a line is a card: what it is, how many meals, then only the diets that someone has.
const card =
  "max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-4 max-sm:gap-y-1 max-sm:px-4 max-sm:py-2.5";

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
        <table className="w-full min-w-180 border-collapse text-left text-sm max-sm:block max-sm:min-w-0 print:min-w-0">
          <caption className="sr-only">Repas à servir par la cuisine de {name}</caption>
          <thead className="max-sm:sr-only">
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
              {others.map(({ key, label }) => (
                <th key={key} scope="col" className={head}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          {days.map(([{ date }, lines]) => (
            <tbody key={date} className="max-sm:block print:break-inside-avoid">
              {days.length > 1 && (
                <tr className="border-b border-line bg-sunk max-sm:block">
                  <th
                    scope="rowgroup"
                    colSpan={5 + dietNames.length}
                    className="px-4 py-1.5 font-semibold max-sm:block"
                  >
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
            <tfoot className="max-sm:block print:table-row-group">
              <tr className={`font-semibold ${card}`}>
                <th
                  scope="row"
                  className="sticky left-0 bg-paper px-4 py-2 max-sm:static max-sm:grow max-sm:basis-[calc(100%-6rem)] max-sm:px-0 max-sm:py-0 print:static"
                >
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
    <tr className={`border-b border-line ${card}`}>
      <th
        scope="row"
        className="sticky left-0 max-w-56 bg-paper px-4 py-2 font-normal sm:min-w-52 max-sm:static max-sm:max-w-none max-sm:grow max-sm:basis-[calc(100%-6rem)] max-sm:px-0 max-sm:py-0 print:static"
      >
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
  const counts = [
    ...dietNames.map((diet) => ({ label: diets[diet], count: byDiet[diet] })),
    ...others.map(({ label, key }) => ({ label, count: { carePlans, allergies, requested }[key] })),
  ];
  return (
    <>
      <td data-label=" repas" className={`${cell} font-semibold max-sm:after:content-[attr(data-label)]`}>
        {meals}
      </td>
      {counts.map(({ label, count }) => (
        <td
          key={label}
          data-label={`${label} : `}
          className={`${cell} max-sm:before:font-normal max-sm:before:text-ink-2 max-sm:before:content-[attr(data-label)] ${count === 0 ? "text-ink-3 max-sm:hidden" : ""}`}
        >
          {count}
        </td>
      ))}
    </>
  );
}
