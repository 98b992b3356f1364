import { capitalized } from "@/lib/core/format-date";
import type { Cell, MonthView } from "@/lib/reservations/rules";

/** Slots that share a label share a column: each child has at most one of them on a given day. */
export type Column = { label: string; slots: number[] };

export type GridDay = {
  /** Its place in `view.days`, and in each string of `view.cells`. */
  index: number;
  number: string;
  weekday: string;
  words: string;
  note?: string;
  kind: "out" | "closed" | "open";
  today: boolean;
  past: boolean;
  columns: Column[];
  /** Its columns are not those of its weekday: a day of holidays among school days. */
  own: boolean;
};

export type GridWeek = { from: number; to: number; title: string; days: (GridDay | null)[] };
export type GridLayout = { weekdays: { name: string; columns: Column[] }[]; weeks: GridWeek[] };

/** A cell by its places in the view. */
export type Spot = { child: number; slot: number; day: number };

const weekdayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const shortMonths = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");

const dayNumber = (date: string) => (date.endsWith("-01") ? "1er" : String(Number(date.slice(8))));
const weekdayOf = (words: string) => words.slice(0, words.indexOf(" "));

/** Weeks as rows, weekdays as columns, and in each day the columns of its slots. */
export function layoutOf(view: MonthView): GridLayout {
  const labels = view.days.map(({ inMonth }, day) => (inMonth ? labelsOn(view, day) : []));
  const names = weekdayNames.filter((name) => view.days.some(({ words }) => weekdayOf(words) === name));
  const weekdays = names.map((name) => {
    const sets = labels.filter((_, day) => weekdayOf(view.days[day]?.words ?? "") === name);
    return { name: capitalized(name), columns: columnsOf(view, usualLabels(sets)) };
  });

  const weeks: GridWeek[] = [];
  view.days.forEach(({ date, words, inMonth, note }, index) => {
    const place = names.indexOf(weekdayOf(words));
    const last = weeks.at(-1);
    const week = last && place > placeOfLast(last) ? last : startWeek(weeks, index, names.length);
    const usual = weekdays[place]?.columns ?? [];
    const own = !(labels[index] ?? []).every((label) => usual.some((column) => column.label === label));
    const kind = inMonth ? ((labels[index] ?? []).length > 0 ? "open" : "closed") : "out";
    const columns = own ? columnsOf(view, labels[index] ?? []) : usual;
    const weekday = weekdays[place]?.name ?? "";
    const [today, past] = [date === view.today, date < view.today];
    week.days[place] = { index, number: dayNumber(date), weekday, words, note, kind, today, past, columns, own };
    week.to = index + 1;
  });
  const inMonth = weeks.filter(({ days }) => days.some((day) => day && day.kind !== "out"));
  for (const week of inMonth) week.title = titleOf(view, week);
  return { weekdays, weeks: inMonth };
}

/** The labels that somebody can see on a day; closed slots alone do not make it a day. */
function labelsOn(view: MonthView, day: number): string[] {
  const seen = view.slots.filter((_, slot) => view.cells.some((slots) => !" #".includes(slots[slot]?.[day] ?? " ")));
  return [...new Set(seen.map(({ label }) => label))];
}

/** The most frequent set of labels, with whatever goes along with it on other days. */
function usualLabels(sets: string[][]): string[] {
  const counts = new Map<string, number>();
  for (const set of sets) if (set.length > 0) counts.set(set.join(), (counts.get(set.join()) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const main = sets.find((set) => counts.get(set.join()) === most) ?? [];
  return sets.filter((set) => set.some((label) => main.includes(label))).flat();
}

function columnsOf({ slots }: MonthView, labels: string[]): Column[] {
  const columns = new Map<string, number[]>();
  slots.forEach(({ label }, slot) => {
    if (labels.includes(label)) columns.set(label, [...(columns.get(label) ?? []), slot]);
  });
  return [...columns].map(([label, shared]) => ({ label, slots: shared }));
}

function startWeek(weeks: GridWeek[], index: number, length: number): GridWeek {
  const week: GridWeek = { from: index, to: index + 1, title: "", days: Array.from({ length }, () => null) };
  weeks.push(week);
  return week;
}

const placeOfLast = ({ days }: GridWeek) => days.findLastIndex((day) => day !== null);

/** "14 – 18 sept.": the days of the week that belong to the month. */
function titleOf({ days }: MonthView, { from, to }: GridWeek): string {
  const inside = days.slice(from, to).filter(({ inMonth }) => inMonth);
  const [first, last] = [inside[0]?.date ?? "", inside.at(-1)?.date ?? ""];
  const month = shortMonths[Number(last.slice(5, 7)) - 1] ?? "";
  return first === last ? `${dayNumber(last)} ${month}` : `${dayNumber(first)} – ${dayNumber(last)} ${month}`;
}

/** The slot a child has in a column on a day, if any. */
export const slotIn = ({ cells }: MonthView, { slots }: Column, child: number, day: number): number | undefined =>
  slots.find((slot) => (cells[child]?.[slot]?.[day] ?? " ") !== " ");

export const codeAt = (cells: string[][], { child, slot, day }: Spot): string => cells[child]?.[slot]?.[day] ?? " ";

/** The first day from today on which a child is expected; today when there is none. */
export function nextBooked({ days, today }: MonthView, cells: string[][]): string {
  const isBooked = (day: number) => cells.some((slots) => slots.some((codes) => codes[day] === "R"));
  return days.find(({ date }, day) => date >= today && isBooked(day))?.date ?? today;
}

/** The letters of one week, as one string: what tells a row that it has to be drawn again. */
export const codesOf = (cells: string[][], { from, to }: GridWeek): string =>
  cells.map((slots) => slots.map((codes) => codes.slice(from, to)).join("")).join("");

export function cellAt(view: MonthView, { child, slot, day }: Spot): Cell {
  return {
    childId: view.children[child]?.id ?? "",
    slotId: view.slots[slot]?.id ?? 0,
    date: view.days[day]?.date ?? "",
  };
}

/** Where a cell is in the view; undefined when it belongs to another month. */
export function spotOf(view: MonthView, { childId, slotId, date }: Cell): Spot | undefined {
  const child = view.children.findIndex(({ id }) => id === childId);
  const slot = view.slots.findIndex(({ id }) => id === slotId);
  const day = view.days.findIndex((one) => one.date === date);
  return child < 0 || slot < 0 || day < 0 ? undefined : { child, slot, day };
}

/** "2026-12" and 1 give "2027-01". */
export function monthAfter(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

export const monthPath = ({ path }: MonthView, month: string): string => `${path}?mois=${month}`;
