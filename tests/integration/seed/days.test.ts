import { expect, test } from "vitest";
import { townDays } from "@/db/seed/days";
import { addDays, datesBetween, instantOf } from "@/lib/core/calendar";

test("on every day of a year, even at its last hour, the town has days gone by, days to come and a centre that is open on its days", () => {
  for (const date of datesBetween("2027-01-01", "2027-12-31")) {
    const { today, from, school, wednesdays, holidays, fortnights, closure } = townDays(instantOf(date, "23:50"));
    expect(today).toBe(date);
    const count = (dates: string[], first: string, last = "9999-12-31") =>
      dates.filter((one) => first <= one && one <= last).length;

    expect(fortnights, date).toHaveLength(3);
    for (const monday of fortnights) expect(count(school, monday, addDays(monday, 13)), date).toBeGreaterThan(0);
    expect(addDays(fortnights[2] ?? "", 13) < date, date).toBe(true);
    expect(from <= addDays(date, -42), date).toBe(true);

    expect(count(school, addDays(date, 8)), date).toBeGreaterThan(26);
    expect(count(wednesdays, date), date).toBeGreaterThan(3);
    expect(count(holidays, addDays(date, 16)), date).toBeGreaterThan(3);
    expect(count(holidays, closure.firstDay, closure.lastDay), date).toBe(0);
  }
});
