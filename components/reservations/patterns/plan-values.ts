import type { PatternInput } from "@/lib/reservations/patterns/input";
import type { OfferedChild, OfferedColumn, PatternOffer, Turn } from "@/lib/reservations/patterns/rules";
import type { MonthView } from "@/lib/reservations/rules";
import type { GridWeek } from "../grid-layout";

export type Rhythm = "weekly" | "parity" | "alternate";

/** What the form holds. A tick is "child slot weekday turn": the slot is the first of its column. */
export type PlanValues = {
  chosen: ReadonlySet<string>;
  ticks: ReadonlySet<string>;
  rhythm: Rhythm;
  /** The Monday of a week A. */
  alternateFrom: string;
  from: string;
  to: string;
  except: { key: number; from: string; to: string }[];
  isMonthly: boolean;
  /** The weeks that a week is copied to; unused otherwise. */
  mondays: ReadonlySet<string>;
};

export const emptyPlan = (offer: PatternOffer): PlanValues => ({
  chosen: new Set(offer.children.slice(0, 1).map(({ id }) => id)),
  ticks: new Set(),
  rhythm: "weekly",
  alternateFrom: offer.weeks[0]?.monday ?? "",
  from: offer.from,
  to: offer.to,
  except: [],
  isMonthly: true,
  mondays: new Set(),
});

export const columnId = ({ slotIds }: OfferedColumn): number => slotIds[0] ?? 0;

export const tickOf = (childId: string, column: OfferedColumn, weekday: number, turn: Turn): string =>
  `${childId} ${columnId(column)} ${weekday} ${turn}`;

/** What is sent to the server: the ticks of the chosen children. */
export function inputOf(
  householdId: string,
  values: PlanValues,
  { isCopy, offer }: { isCopy: boolean; offer: PatternOffer },
): PatternInput {
  const { rhythm, ticks, chosen, mondays, alternateFrom, except } = values;
  const turns = !isCopy && rhythm !== "weekly" ? "ab" : "a";
  const slots = [...ticks].flatMap((tick) => {
    const [childId = "", slotId, weekday, turn] = tick.split(" ");
    if (!chosen.has(childId) || !turns.includes(turn ?? "")) return [];
    return [
      {
        childId,
        slotId: Number(slotId),
        weekday: Number(weekday),
        turn: turn === "b" ? ("b" as const) : ("a" as const),
      },
    ];
  });
  const repeated: PatternInput["plan"]["rhythm"] =
    rhythm === "alternate" ? { kind: rhythm, from: alternateFrom } : { kind: rhythm };
  const days = isCopy ? offer : values;
  return {
    householdId,
    plan: {
      rhythm: isCopy ? { kind: "weeks", mondays: [...mondays] } : repeated,
      slots,
      except: isCopy ? [] : except.map(({ from, to }) => ({ from, to })),
    },
    from: days.from,
    to: days.to,
    isMonthly: values.isMonthly,
  };
}

/** The same columns, by their names, for a sibling. */
export function copyTicks(ticks: ReadonlySet<string>, source: OfferedChild, target: OfferedChild): Set<string> {
  const next = new Set([...ticks].filter((tick) => !tick.startsWith(target.id)));
  for (const column of source.columns) {
    const alike = target.columns.find(
      ({ label, isHolidays }) => label === column.label && isHolidays === column.isHolidays,
    );
    if (!alike) continue;
    for (const weekday of alike.weekdays) {
      for (const turn of ["a", "b"] as const) {
        if (ticks.has(tickOf(source.id, column, weekday, turn))) next.add(tickOf(target.id, alike, weekday, turn));
      }
    }
  }
  return next;
}

const weekdayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
export const weekdayName = (weekday: number): string => weekdayNames[weekday - 1] ?? "";
const weekdayIn = (words: string): number => weekdayNames.findIndex((name) => words.startsWith(name)) + 1;

/** Booked, asked for, absent or come: what a week of the grid holds, whatever has become of it. */
const LIVE = /[RPVLWNFET]/i;

/** What a week of the grid holds, as ticks. */
export function ticksOfWeek(view: MonthView, cells: string[][], week: GridWeek, offer: PatternOffer): Set<string> {
  const ticks = new Set<string>();
  for (const child of offer.children) {
    const codes = cells[view.children.findIndex(({ id }) => id === child.id)] ?? [];
    for (const column of child.columns) {
      for (let day = week.from; day < week.to; day += 1) {
        const isLive = view.slots.some(
          ({ id }, slot) => column.slotIds.includes(id) && LIVE.test(codes[slot]?.[day] ?? ""),
        );
        if (isLive) ticks.add(tickOf(child.id, column, weekdayIn(view.days[day]?.words ?? ""), "a"));
      }
    }
  }
  return ticks;
}
