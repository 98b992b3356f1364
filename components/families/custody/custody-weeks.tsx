import { Card } from "@/components/ui/card";
import { dateInWords } from "@/lib/core/format-date";
import type { Custody } from "@/lib/families/custody/queries";

const weekdays = ["Lun.", "Mar.", "Mer.", "Jeu.", "Ven.", "Sam.", "Dim."];

const tones = [
  "border-reserved-line bg-reserved-soft text-reserved",
  "border-wait-line bg-wait-soft text-wait",
  "border-request-line border-dashed bg-request-soft text-request",
] as const;

/** The coming weeks, night by night: a letter, a colour and words for whose they are. */
export function CustodyWeeks({ custody: { homes, weeks, householdId, firstName } }: { custody: Custody }) {
  const ordered = [...homes].sort((a, b) => Number(b.id === householdId) - Number(a.id === householdId));
  const keys = [
    ...ordered.map(({ id, name }, index) => ({ id: id as string | undefined, name, letter: index === 0 ? "1" : "2" })),
    { id: undefined, name: "À préciser", letter: "?" },
  ];
  return (
    <Card aria-labelledby="semaines" className="grid gap-4 p-4 sm:p-5">
      <h2 id="semaines">Les semaines à venir</h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        {keys.map(({ name, letter }, index) => (
          <li key={letter} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className={`grid size-7 place-items-center rounded-small border font-bold ${tones[index]}`}
            >
              {letter}
            </span>
            {name}
          </li>
        ))}
      </ul>
      <table className="w-full table-fixed border-separate border-spacing-1 text-center text-sm">
        <caption className="sr-only">Chez qui dort {firstName}, jour par jour</caption>
        <thead>
          <tr className="text-ink-2">
            <th scope="col" className="w-12 text-left font-semibold">
              <abbr title="Semaine" className="no-underline">
                Sem.
              </abbr>
            </th>
            {weekdays.map((day) => (
              <th key={day} scope="col" className="font-semibold">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ number, days }) => (
            <tr key={number}>
              <th scope="row" className="text-left font-semibold text-ink-2">
                {number}
              </th>
              {days.map((day) => {
                const index = keys.findIndex(({ id }) => id === day.householdId);
                return (
                  <td key={day.date} className={`rounded-small border py-1.5 ${tones[index] ?? tones[2]}`}>
                    <span className="sr-only">
                      {dateInWords(day.date)}, {keys[index]?.name}
                    </span>
                    <span aria-hidden="true" className="block leading-tight">
                      {Number(day.date.slice(8))} <b className="block text-base">{keys[index]?.letter}</b>
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
