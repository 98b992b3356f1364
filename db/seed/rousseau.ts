import { addDays, type CivilDate, monthOf, weekdayOf } from "@/lib/core/calendar";
import type { TownDays } from "./days";
import type { Booking, Desk } from "./desk";
import type { Child, Family } from "./families";
import type { KnownFamilies } from "./known-families";
import type { ServiceName } from "./offers";

const MONDAY = 1;
const TUESDAY = 2;
const THURSDAY = 4;
const FRIDAY = 5;

const SCHOOL_DAYS_AHEAD = 26;

/**
 * What Cédric Rousseau sees when he signs in: lunches and evenings gone by and to come, three evenings in the basket,
 * two that he cancelled and whose money is on his account; and enough evenings left for more.
 */
export function bookRousseau(desk: Desk, { nahel, sohan, lisa }: KnownFamilies, days: TownDays): void {
  const book = (children: Child[], service: ServiceName, dates: CivilDate[]) =>
    dates.flatMap((date) => children.flatMap((child) => desk.book({ child, service, date }) ?? []));
  const coming = days.school.filter((date) => date >= days.today).slice(0, SCHOOL_DAYS_AHEAD);
  const isOpen = (date: CivilDate) => desk.isOpen({ child: nahel, service: "evening", date });
  const open = coming.filter(isOpen);
  const sofar = [...days.school.filter((date) => date < days.today), ...coming.filter((date) => !isOpen(date))];

  book([nahel, sohan, lisa], "meal", [...sofar, ...open]);
  book([nahel, sohan], "morning", on(MONDAY, sofar));
  book([nahel, sohan], "evening", on(TUESDAY, sofar));
  book([nahel, sohan, lisa], "evening", on(THURSDAY, sofar));
  book([nahel], "evening", on(THURSDAY, open));
  book(
    [nahel, sohan],
    "wednesday",
    days.wednesdays.filter((date) => date < addDays(days.today, 28)),
  );
  book([nahel, sohan], "holidays", days.holidays.filter((date) => date < days.today).slice(-5));
  book([nahel, sohan], "holidays", days.holidays.filter((date) => date >= days.today).slice(0, 3));

  for (const booking of book([nahel, sohan], "evening", on(FRIDAY, open).slice(1).slice(-1))) cancel(booking, days.now);

  const [monday] = on(MONDAY, open);
  const [friday] = on(FRIDAY, open);
  const basket = [
    { child: nahel, date: monday },
    { child: sohan, date: monday },
    { child: sohan, date: friday },
  ];
  for (const { child, date } of basket) if (date) desk.request({ child, service: "evening", date }, 95);
}

const on = (weekday: number, dates: CivilDate[]) => dates.filter((date) => weekdayOf(date) === weekday);

/** Somewhere between the payment and now. */
function cancel(booking: Booking, now: Date): void {
  booking.status = "cancelled";
  booking.cancelledAt = new Date(((booking.paidAt ?? booking.requestedAt).getTime() + now.getTime()) / 2);
  booking.occurrence.free += 1;
}

/** This month one lunch was excused; an evening, or a day of the centre, was missed without a word. */
export function missSomeDays(bookings: Booking[], family: Family, { today }: TownDays): void {
  const ofMonth = bookings
    .filter((booking) => booking.family === family && booking.status === "booked")
    .filter(({ occurrence }) => monthOf(occurrence.date) === monthOf(today))
    .sort((a, b) => (a.occurrence.date < b.occurrence.date ? -1 : 1));
  const isBilled = ({ offer }: Booking) => offer.activity.billing === "billed";
  const goneBy = ofMonth.filter(({ occurrence }) => occurrence.date < today);

  const excused = goneBy.findLast(isBilled) ?? ofMonth.find(isBilled);
  if (excused) excused.status = "absent_excused";
  const charged = goneBy.findLast((booking) => !isBilled(booking));
  if (charged) charged.status = "absent_charged";
}
