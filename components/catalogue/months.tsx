import { Card } from "@/components/ui/card";
import { addDays, datesBetween, firstDayOf, lastDayOf, mondayOf, monthOf } from "@/lib/core/calendar";
import { capitalized, dayInWords, monthInWords } from "@/lib/core/format-date";

/** How a day looks: `words` is what it says aloud and on hover. */
export type MonthDay = { tone: "open" | "already" | "full" | "left-out" | "closed" | "unknown"; words: string };

type Props = { days: ReadonlyMap<string, MonthDay>; caption: string };

const looks: Record<MonthDay["tone"], string> = {
  open: "bg-reserved-soft font-semibold text-reserved border-reserved-line",
  already: "bg-primary-soft font-semibold text-primary-strong border-transparent",
  full: "bg-request-soft font-semibold text-request border-request-line",
  "left-out": "bg-cancel-soft text-cancel border-transparent line-through",
  closed: "bg-cancel-soft text-cancel border-transparent line-through",
  unknown: "bg-absence-soft text-absence border-transparent",
};

const initials = ["L", "M", "M", "J", "V", "S", "D"];
const weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/** Whole months, small, side by side: what is open, and why the rest is not. */
export function Months({ days, caption }: Props) {
  const dates = [...days.keys()].toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return null;
  const months = [...new Set(datesBetween(first, last).map(monthOf))];
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-3">
      {months.map((month) => (
        <Month key={month} month={month} days={days} caption={caption} />
      ))}
    </div>
  );
}

function Month({ month, days, caption }: Props & { month: string }) {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const weeks: string[][] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(datesBetween(monday, addDays(monday, 6)));
  }
  const open = datesBetween(first, last).filter((date) => isOpen(days.get(date))).length;
  return (
    <Card className="p-3 shadow-none">
      <table className="w-full table-fixed border-separate border-spacing-0.5 text-center text-sm">
        <caption className="mb-1 text-left font-semibold">
          {capitalized(monthInWords(month))}
          <span className="sr-only">, {caption}</span>
          <span className="float-right font-normal text-ink-2">{open === 0 ? "aucun jour" : `${open} j`}</span>
        </caption>
        <thead>
          <tr>
            {weekdays.map((name, index) => (
              <th key={name} scope="col" className="text-xs font-normal text-ink-2">
                <abbr title={name} className="no-underline">
                  {initials[index]}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(([monday = "", ...rest]) => (
            <tr key={monday}>
              {[monday, ...rest].map((date) => (
                <Day key={date} date={date} month={month} day={days.get(date)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

const isOpen = (day: MonthDay | undefined) => day?.tone === "open" || day?.tone === "already" || day?.tone === "full";

function Day({ date, month, day }: { date: string; month: string; day: MonthDay | undefined }) {
  if (monthOf(date) !== month) return <td />;
  return (
    <td
      title={day && `${dayInWords(date)} : ${day.words}`}
      className={`rounded-[6px] border py-1 ${day ? looks[day.tone] : "border-transparent text-ink-3"}`}
    >
      {Number(date.slice(8))}
      {day && <span className="sr-only"> {day.words}</span>}
    </td>
  );
}
