import { Dot } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Tag, type Tone } from "@/components/ui/tag";
import { dayInWords } from "@/lib/core/format-date";
import { type CellCode, cellWords } from "@/lib/reservations/rules";

/** The next open days: what each child has, in the order of the day. */
export type WeekView = {
  /** Civil dates. */
  days: string[];
  children: { firstName: string; rank: number; days: { label: string; code: CellCode }[][] }[];
};

const looks: Partial<Record<CellCode, { tone: Tone; letters?: string }>> = {
  R: { tone: "reserved" },
  A: { tone: "reserved", letters: "autre foyer" },
  P: { tone: "request", letters: "DR" },
  V: { tone: "request", letters: "DR" },
  L: { tone: "wait", letters: "LA" },
  N: { tone: "cancel", letters: "AN" },
  F: { tone: "absence", letters: "A" },
  E: { tone: "absence", letters: "A" },
  T: { tone: "reserved" },
};

/** The days to come at a glance; on a phone, one card per child and one line per day. */
export function WeekTable({ week }: { week: WeekView }) {
  if (week.days.length === 0) return null;
  return (
    <Card aria-labelledby="semaine" className="px-4 py-4 sm:px-5">
      <h2 id="semaine">Les prochains jours</h2>
      <table className="mt-1 w-full border-collapse text-left max-sm:block sm:table-fixed">
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line text-sm text-ink-2">
            <th scope="col" className="w-28 py-2 font-semibold">
              <span className="sr-only">Enfant</span>
            </th>
            {week.days.map((date) => (
              <th key={date} scope="col" className="py-2 pr-3 font-semibold">
                {shortDay(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {week.children.map(({ firstName, rank, days }) => (
            <tr key={rank} className="border-line not-last:border-b max-sm:block max-sm:py-2.5">
              <th scope="row" className="py-2.5 pr-3 font-medium max-sm:block max-sm:py-1">
                <span className="inline-flex items-baseline gap-2.5">
                  <Dot rank={rank} />
                  {firstName}
                </span>
              </th>
              {week.days.map((date, index) => (
                <td key={date} className="py-2.5 pr-3 max-sm:flex max-sm:items-baseline max-sm:py-1">
                  <span aria-hidden="true" className="w-20 shrink-0 text-sm text-ink-2 sm:hidden">
                    {shortDay(date)}
                  </span>
                  <Slots slots={days[index] ?? []} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Slots({ slots }: { slots: { label: string; code: CellCode }[] }) {
  if (slots.length === 0) return <Nothing />;
  return (
    <ul className="flex flex-wrap gap-1">
      {slots.map(({ label, code }) => (
        <li key={label}>
          <Tag tone={looks[code]?.tone}>
            {label}
            <span className="sr-only"> : {cellWords[code]}</span>
            {looks[code]?.letters && <span aria-hidden="true">&nbsp;· {looks[code].letters}</span>}
          </Tag>
        </li>
      ))}
    </ul>
  );
}

function Nothing() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">rien</span>
    </span>
  );
}

/** "Jeu. 10" */
function shortDay(date: string): string {
  const [weekday = "", day = ""] = dayInWords(date).split(" ");
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1, 3)}. ${day}`;
}
