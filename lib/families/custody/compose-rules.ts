import type { CustodyRule } from "@/db/schema";
import { type CivilDate, mondayOf } from "@/lib/core/calendar";
import type { CustodyInput } from "./input";

type Homes = readonly [string, string];

/** What a form says, as rules: the rhythm first, then what takes over from it; the last rule wins. */
export function composeRules(input: CustodyInput, homes: Homes, kept: readonly CustodyRule[]): CustodyRule[] {
  const { weekday, weekdayHousehold, holidays, exceptionFrom, exceptionTo, exceptionHousehold } = input;
  const other = (household: string) => (household === homes[0] ? homes[1] : homes[0]);
  return [
    ...rhythmOf(input, other(input.first)),
    ...(weekday && weekdayHousehold
      ? [{ kind: "fixedWeekdays" as const, weekdays: [weekday], household: weekdayHousehold }]
      : []),
    ...(holidays ? [{ kind: "holidaysHalf" as const, firstHalfInEvenYears: holidays, other: other(holidays) }] : []),
    ...kept,
    ...(exceptionFrom && exceptionTo && exceptionHousehold
      ? [{ kind: "override" as const, from: exceptionFrom, to: exceptionTo, household: exceptionHousehold }]
      : []),
  ];
}

function rhythmOf(input: CustodyInput, other: string): CustodyRule[] {
  const { rhythm, first, switchWeekday, switchTime, effectiveFrom } = input;
  if (rhythm === "weeks") return [{ kind: "parityWeeks", even: first, odd: other, switchWeekday, switchTime }];
  if (rhythm === "cycle")
    return [{ kind: "pattern", anchor: mondayOf(effectiveFrom), days: twoTwoThree(first, other) }];
  return [];
}

/** Two days, two days, three days; then the other way round. */
const twoTwoThree = (first: string, other: string): string[] =>
  [..."FFOOFFFOOFFOOO"].map((who) => (who === "F" ? first : other));

/** Exceptions that have not gone by yet. */
export const exceptionsAhead = (rules: readonly CustodyRule[], today: CivilDate): CustodyRule[] =>
  rules.filter((rule) => rule.kind === "override" && rule.to >= today);

/** What the form of a schedule shows when it is drawn. */
export function typedOf(rules: readonly CustodyRule[]): Record<string, string> {
  const typed: Record<string, string> = { rhythm: rules.length > 0 ? "none" : "weeks" };
  for (const rule of rules) {
    if (rule.kind === "parityWeeks") {
      const { even, switchWeekday, switchTime } = rule;
      Object.assign(typed, { rhythm: "weeks", first: even, switchWeekday: String(switchWeekday), switchTime });
    }
    if (rule.kind === "pattern") Object.assign(typed, { rhythm: "cycle", first: rule.days[0] ?? "" });
    if (rule.kind === "holidaysHalf") typed.holidays = rule.firstHalfInEvenYears;
    if (rule.kind === "fixedWeekdays") {
      Object.assign(typed, { weekday: String(rule.weekdays[0] ?? ""), weekdayHousehold: rule.household });
    }
  }
  return typed;
}
