import type { DayView, MonthView } from "@/lib/reservations/rules";
import { codeAt, type Spot, spotOf } from "./grid-layout";

/** Names the detail of a place in a day. */
export const keyOf = ({ childId, slotId }: { childId: string; slotId: number }): string => `${childId} ${slotId}`;

export type DayLine = DayView["lines"][number];
type DayChild = DayLine["children"][number];

/** A cell of the panel is the same as in the month: the month knows the clicks that the panel's answer did not. */
export function cellOfDay(
  view: MonthView,
  cells: string[][],
  date: string,
  line: DayLine,
  { childId, code }: DayChild,
) {
  const spot: Spot | undefined = spotOf(view, { childId, slotId: line.slotId, date });
  return { spot, code: spot ? codeAt(cells, spot) : code };
}

/** What the day adds to the cart, and what waits for the structure. */
export function sumOfDay(view: MonthView, cells: string[][], day: number, { lines }: DayView) {
  const date = view.days[day]?.date ?? "";
  const sum = { toPay: 0, toApprove: 0, cents: 0 };
  for (const line of lines) {
    for (const child of line.children) {
      const { code } = cellOfDay(view, cells, date, line, child);
      if (code === "V") sum.toApprove += 1;
      if (code !== "P") continue;
      sum.toPay += 1;
      sum.cents += child.priceCents ?? 0;
    }
  }
  return sum;
}

/** The price of a line when it is the same for everybody; undefined when each child has its own. */
export function commonPrice({ children }: DayLine): number | null | undefined {
  const prices = new Set(children.map(({ priceCents }) => priceCents));
  return prices.size === 1 ? children[0]?.priceCents : undefined;
}

/** "Pourquoi ce prix ?": children whose price has the same reasons are told together. */
export function reasonsOfPrice(view: MonthView, { children }: DayLine): { who: string; why: string[] }[] {
  const groups = new Map<string, { who: string; why: string[] }>();
  for (const { childId, why } of children) {
    if (why.length === 0) continue;
    const name = view.children.find(({ id }) => id === childId)?.firstName ?? "";
    const group = groups.get(why.join());
    if (group) group.who += `, ${name}`;
    else groups.set(why.join(), { who: name, why });
  }
  return [...groups.values()];
}
