import type { PricingTrace } from "@/db/schema";
import type { CivilDate } from "@/lib/core/calendar";
import { dateInWords, localTime, monthInWords, timeInWords } from "@/lib/core/format-date";

type PrintedLine = { date: string; activity: string; slot: string; remark: string | null; cents: number };

/** Lines of one service at one price: how many, of which days, and what they cost together. */
export type LineGroup = {
  service: string;
  remark: string | null;
  quantity: number;
  unitCents: number;
  cents: number;
  /** "septembre 2026 : 1, 3, 4, 8" */
  days: string[];
};

/** Groups the days of a child by service and price, in the order in which each first comes. */
export function groupLines(lines: PrintedLine[]): LineGroup[] {
  const groups = new Map<string, PrintedLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.activity, line.slot, line.remark, line.cents]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        service: `${first.activity} · ${first.slot}`,
        remark: first.remark,
        quantity: group.length,
        unitCents: first.cents,
        cents: group.length * first.cents,
        days: daysByMonth(group.map(({ date }) => date)),
      },
    ];
  });
}

function daysByMonth(dates: string[]): string[] {
  const months = new Map<string, string[]>();
  for (const date of dates.toSorted()) {
    const month = date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), dayOf(date)]);
  }
  return [...months].map(([month, days]) => `${monthInWords(month)}\u00a0: ${days.join(", ")}`);
}

/** "1er", "2", …: as a day is said in French. */
const dayOf = (date: string): string => (date.endsWith("-01") ? "1er" : String(Number(date.slice(8))));

/** "Départ à 18 h 52 le vendredi 18 septembre 2026": why a late departure is asked for. */
export function departureInWords(date: CivilDate, { leftAt }: Pick<PricingTrace, "leftAt">): string {
  const hour = leftAt ? `à ${timeInWords(localTime(new Date(leftAt)))}` : "en retard";
  return `Départ ${hour} le ${dateInWords(date)}`;
}
