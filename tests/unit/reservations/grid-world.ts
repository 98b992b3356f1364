import { dateInWords } from "@/lib/core/format-date";
import type { MonthView } from "@/lib/reservations/rules";

const dates = ["08-31", "09-01", "09-02", "09-03", "09-04", "09-07", "09-08", "09-09", "09-10", "09-11"].map(
  (day) => `2026-${day}`,
);
const school = " . .... ..";
const wednesdays = "  .    .  ";
const never = "          ";

/** Two weeks of September 2026: mornings and evenings at school, whole Wednesdays; Lisa comes in the evening only. */
export function aMonth(change: Partial<MonthView> = {}): MonthView {
  return {
    householdId: "9",
    month: "2026-09",
    today: "2026-08-31",
    days: dates.map((date) => ({ date, words: dateInWords(date), inMonth: date.startsWith("2026-09") })),
    children: [
      { id: "nahel", firstName: "Nahel", rank: 1 },
      { id: "lisa", firstName: "Lisa", rank: 2 },
    ],
    slots: [
      { id: 1, activity: "Périscolaire", label: "Matin", billing: "prepaid" },
      { id: 2, activity: "Mercredi élémentaire", label: "Journée", billing: "prepaid" },
      { id: 3, activity: "Mercredi maternelle", label: "Journée", billing: "prepaid" },
      { id: 4, activity: "Périscolaire", label: "Soir", billing: "billed" },
    ],
    cells: [
      [school, wednesdays, never, school],
      [never, never, wednesdays, school],
    ],
    path: "/reservations",
    byAgent: false,
    openings: [],
    closes: [1, 2, 3, 4].map(() => dates.map((date) => Date.parse(`${date}T00:00:00+02:00`) / 60_000)),
    prices: [
      [110, 1240, 1240, 300],
      [110, 1240, 1240, 280],
    ],
    ...change,
  };
}

/** The same cells with one letter changed. */
export const withCode = (cells: string[][], child: number, slot: number, day: number, code: string): string[][] =>
  cells.map((slots, c) =>
    slots.map((codes, s) => (c === child && s === slot ? codes.slice(0, day) + code + codes.slice(day + 1) : codes)),
  );
