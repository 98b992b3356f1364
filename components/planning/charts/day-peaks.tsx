import { dayInWords, shortDate, timeInWords } from "@/lib/core/format-date";
import type { PlannedSlot } from "@/lib/reservations/planning/queries";
import { type Busiest, busiestOf } from "../moments";

type Props = { name: string; slots: PlannedSlot[]; days: string[] };

/** The fullest moment of each day beside what the structure can take then: bars, and a line at the ceiling. */
export function DayPeaks({ name, slots, days }: Props) {
  const peaks = days.map((day) => ({ day, peak: busiestOf(slots.filter(({ date }) => date === day)) }));
  const most = Math.max(1, ...peaks.flatMap(({ peak }) => (peak ? [peak.capacity, peak.expected] : [])));
  return (
    <figure className="mb-4 break-inside-avoid rounded-card border border-line bg-paper p-4 shadow-card print:shadow-none">
      <figcaption className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <strong>Au plus fort de chaque jour</strong>
        <span className="flex items-center gap-4 text-ink-2">
          <span className="inline-flex items-center gap-1.5">
            <span className="size-3 rounded-[3px] bg-reserved-line" /> enfants attendus
          </span>
          <span className="inline-flex items-center gap-1.5">
            <span className="w-4 border-t-2 border-cancel" /> places autorisées
          </span>
        </span>
      </figcaption>
      <ul
        aria-label={`${name} : enfants attendus au plus fort de chaque jour`}
        className="flex items-end gap-2 sm:gap-4"
      >
        {peaks.map(({ day, peak }) => (
          <li key={day} className="grid grow basis-0 gap-1 text-center text-xs">
            <Bar peak={peak} most={most} />
            <span className="text-ink-2">
              <span className="sr-only">{saidOf(day, peak)}</span>
              <span aria-hidden="true">{shortDate(day)}</span>
            </span>
          </li>
        ))}
      </ul>
      <details className="mt-2 print:hidden">
        <summary className="inline-flex min-h-9 items-center text-sm font-semibold text-primary-strong underline underline-offset-3">
          Voir ces nombres
        </summary>
        <PeakTable name={name} peaks={peaks} />
      </details>
    </figure>
  );
}

function Bar({ peak, most }: { peak: Busiest | undefined; most: number }) {
  const share = (count: number) => `${(100 * count) / most}%`;
  return (
    <span aria-hidden="true" className="grid gap-1">
      <span className="tabular-nums">
        <strong>{peak ? peak.expected : "–"}</strong>
        {peak && <span className="text-ink-2"> / {peak.capacity}</span>}
      </span>
      <span className="relative mx-auto block h-24 w-full max-w-16">
        {peak && (
          <>
            <span
              className={`absolute inset-x-1 bottom-0 rounded-t-[4px] print:border print:border-ink-2 ${peak.expected >= peak.capacity ? "bg-request-line" : "bg-reserved-line"}`}
              style={{ height: share(peak.expected) }}
            />
            <span className="absolute inset-x-0 border-t-2 border-cancel" style={{ bottom: share(peak.capacity) }} />
          </>
        )}
        <span className="absolute inset-x-0 bottom-0 border-b border-line-strong" />
      </span>
    </span>
  );
}

const saidOf = (day: string, peak: Busiest | undefined): string =>
  peak
    ? `${dayInWords(day)}, vers ${timeInWords(peak.at)} : ${peak.expected} enfants pour ${peak.capacity} places`
    : `${dayInWords(day)} : rien n’ouvre`;

type PeakTableProps = { name: string; peaks: { day: string; peak: Busiest | undefined }[] };

function PeakTable({ name, peaks }: PeakTableProps) {
  return (
    <table className="mt-1 w-full border-collapse text-left text-sm">
      <caption className="sr-only">Le moment le plus chargé de chaque jour, {name}</caption>
      <thead>
        <tr className="border-b border-line text-ink-2">
          <th scope="col" className="py-1.5 font-semibold">
            Jour
          </th>
          {["Vers", "Enfants", "Places", "Adultes requis"].map((label) => (
            <th key={label} scope="col" className="py-1.5 text-right font-semibold">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {peaks.map(({ day, peak }) => (
          <tr key={day} className="border-line not-last:border-b">
            <th scope="row" className="py-1.5 font-normal">
              {dayInWords(day)}
            </th>
            {(peak ? [timeInWords(peak.at), peak.expected, peak.capacity, peak.adults] : ["–", "–", "–", "–"]).map(
              (cell, index) => (
                <td key={["at", "expected", "capacity", "adults"][index]} className="py-1.5 text-right">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
