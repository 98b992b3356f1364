import type { CivilDate } from "@/lib/core/calendar";
import { groupBy } from "@/lib/core/group-by";
import { type Diet, diets } from "@/lib/families/health/rules";

/** Children of a service and age who eat alike; `group` is the slot's own, or the school that they are in. */
export type MealCount = {
  date: CivilDate;
  facilityId: string;
  facility: string;
  service: string;
  group: string;
  diet: Diet;
  meals: number;
  /** Asked for, and not confirmed yet. */
  requested: number;
  carePlans: number;
  allergies: number;
};

export type Plates = {
  byDiet: Record<Diet, number>;
  meals: number;
  requested: number;
  carePlans: number;
  allergies: number;
};

export type MealLine = Plates & { date: CivilDate; service: string; group: string };
export type Kitchen = { id: string; name: string; lines: MealLine[]; total: Plates };

export const dietNames = Object.keys(diets) as Diet[];

/** What several counts add up to. */
export function platesOf(counts: readonly MealCount[]): Plates {
  const sum = (of: (count: MealCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  return {
    byDiet: Object.fromEntries(
      dietNames.map((name) => [name, sum(({ diet, meals }) => (diet === name ? meals : 0))]),
    ) as Record<Diet, number>,
    meals: sum(({ meals }) => meals),
    requested: sum(({ requested }) => requested),
    carePlans: sum(({ carePlans }) => carePlans),
    allergies: sum(({ allergies }) => allergies),
  };
}

/** What each kitchen must serve: a line per day, service and age. */
export const kitchensOf = (counts: readonly MealCount[]): Kitchen[] =>
  groupBy(counts, ({ facilityId }) => facilityId).map(([{ facilityId: id, facility: name }, counts]) => ({
    id,
    name,
    lines: groupBy(counts, ({ date, service, group }) => [date, service, group].join("\n")).map(([first, counts]) => ({
      date: first.date,
      service: first.service,
      group: first.group,
      ...platesOf(counts),
    })),
    total: platesOf(counts),
  }));
