import type { z } from "zod";
import { type CivilDate, datesBetween, weekdayOf } from "@/lib/core/calendar";
import { holidaysOn, publicHolidayName, schoolDayKind } from "../calendar/rules";
import type { DeadlineCalendar } from "../deadlines/rules";
import type { recipeSchema } from "./input";

/** Which days of a period open. */
export type Recipe = z.infer<typeof recipeSchema>;

/** `why` says why a day that was asked for stays closed; a day that nobody asked for is `ignored`. */
export type PlannedDay = { date: CivilDate; state: "open" | "left-out" | "ignored" | "unknown"; why?: string };

/** What each day of the period becomes: the same for the preview and for the opening itself. */
export const planDays = (recipe: Recipe, calendar: DeadlineCalendar): PlannedDay[] =>
  datesBetween(recipe.from, recipe.to).map((date) => planDay(date, recipe, calendar));

function planDay(date: CivilDate, recipe: Recipe, calendar: DeadlineCalendar): PlannedDay {
  const kind = schoolDayKind(date, calendar.zone, calendar);
  if (!recipe.weekdays.includes(weekdayOf(date))) return { date, state: "ignored" };
  if (kind === "unknown") return { date, state: "unknown", why: "Calendrier scolaire non publié" };

  const holidays = holidaysOn(date, calendar.zone, calendar);
  const holiday = publicHolidayName(date, calendar);
  const isAsked =
    kind === "holiday"
      ? holidays !== undefined && recipe.holidays.includes(holidays.firstDayOff)
      : weekdayOf(date) === 3
        ? recipe.wednesdays
        : recipe.schoolDays;
  if (!isAsked) return { date, state: "ignored" };
  if (holiday) return { date, state: "left-out", why: holiday };
  if (kind === "bridge") return { date, state: "left-out", why: holidays?.label ?? "Pont" };
  if (calendar.closedDays?.has(date)) return { date, state: "left-out", why: "Fermeture de la structure" };
  return { date, state: "open" };
}
