import { addDays, addMinutes, type CivilDate, monthOf, weekdayOf } from "@/lib/core/calendar";
import type { TownDays } from "./days";
import type { Desk } from "./desk";
import type { Child } from "./families";
import type { Rousseau } from "./known-families";
import type { ServiceName } from "./offers";

const MONDAY = 1;
const TUESDAY = 2;
const THURSDAY = 4;
const FRIDAY = 5;

const DAY_IN_MINUTES = 24 * 60;

/**
 * What Cédric Rousseau sees when he signs in: lunches and evenings gone by and to come, three evenings in the basket,
 * two that he cancelled and whose money is on his account, an absence this month; and evenings free for more.
 */
export function bookRousseau(desk: Desk, { nahel, sohan, lisa }: Omit<Rousseau, "rousseau">, days: TownDays): void {
  const book = (children: Child[], service: ServiceName, dates: CivilDate[]) =>
    dates.flatMap((date) => children.flatMap((child) => desk.book({ child, service, date }) ?? []));
  const on = (weekday: number, dates: CivilDate[]) => dates.filter((date) => weekdayOf(date) === weekday);
  const past = days.school.filter((date) => date < days.today);
  const coming = days.school.filter((date) => date >= days.today).slice(0, 26);
  const isOpen = (date: CivilDate) => {
    const place = desk.find({ child: nahel, service: "evening", date });
    return place !== undefined && place.occurrence.bookingClosesAt > days.now;
  };
  const closing = coming.filter((date) => !isOpen(date));
  const open = coming.filter(isOpen);

  book([nahel, sohan, lisa], "meal", [...past, ...coming]);
  book([nahel, sohan], "morning", on(MONDAY, [...past, ...closing]));
  book([nahel, sohan, lisa], "evening", on(THURSDAY, [...past, ...closing]));
  book([nahel, sohan], "evening", on(TUESDAY, [...past, ...closing]));
  book([nahel], "evening", on(THURSDAY, open));
  book([nahel, sohan], "wednesday", days.wednesdays.filter((date) => date < addDays(days.today, 28)));
  book([nahel, sohan], "holidays", days.holidays.filter((date) => date > days.today).slice(0, 3));

  const [firstMonday] = on(MONDAY, open);
  const [firstFriday, secondFriday] = on(FRIDAY, open);
  const cancelled = secondFriday ? book([nahel, sohan], "evening", [secondFriday]) : [];
  for (const booking of cancelled) {
    booking.status = "cancelled";
    booking.cancelledAt = addMinutes(days.now, -DAY_IN_MINUTES);
    booking.occurrence.free += 1;
  }
  const basket = [
    { child: nahel, date: firstMonday },
    { child: sohan, date: firstMonday },
    { child: sohan, date: firstFriday },
  ];
  for (const { child, date } of basket) if (date) desk.request({ child, service: "evening", date }, 95);
  ...
}
