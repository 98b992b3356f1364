import { isOfGroup } from "@/lib/catalogue/facilities/rules";
import { endOfBooking, timesOn } from "@/lib/catalogue/windows/rules";
import { isAllowed } from "@/lib/core/authorize";
import { ageOn, type CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { isElsewhere } from "@/lib/families/custody/rules";
import { type FreeDay, freeLetter, letterOf } from "../rules";
import { clockOf } from "./clock-of";
import type { GridFacts, HouseholdFacts, OfferedSlot } from "./grid";

const MINUTE = 60_000;

/** The letter of any cell: " " where the child has no such slot, lower case once the day has gone by. */
export function readCells({ household, slots }: GridFacts, { actor, now }: Pick<Context, "actor" | "now">) {
  const clock = clockOf(now);
  const { today } = clock;
  const isExempt = isAllowed(actor, "reservations:override", { householdId: household.id });
  const booked = new Map(
    household.reservations.map((reservation) => [
      `${reservation.childId} ${reservation.slotId} ${reservation.date}`,
      { ...reservation, letter: reservation.elsewhere ? "A" : letterOf(reservation.status, reservation.awaiting) },
    ]),
  );
  const reservationAt = (childId: string, slotId: number, date: CivilDate) =>
    booked.get(`${childId} ${slotId} ${date}`);
  /** What may be asked of a slot on each of its days: the same for every child, so it is found once. */
  const freeLetters = new Map(
    slots.map((slot) => {
      const letters = slot.dates.map((date, index) => {
        const day = dayAt(slot, date, index, household.category);
        return [date, freeLetter({ ...day, late: day.late || isExempt }, clock)] as const;
      });
      return [slot.id, new Map(letters)];
    }),
  );

  /** The letters of one child and slot for some dates. */
  function letters(child: HouseholdFacts["children"][number], slot: OfferedSlot, dates: CivilDate[]): string {
    const ofSlot = freeLetters.get(slot.id);
    return dates
      .map((date) => {
        const letter = reservationAt(child.id, slot.id, date)?.letter;
        if (letter) return date < today ? letter.toLowerCase() : letter;
        const free = ofSlot?.get(date);
        if (free === undefined || !isOffered(slot, child, date)) return " ";
        return free === "." && isOfOtherHousehold(household.id, child, slot, date) ? "G" : free;
      })
      .join("");
  }
  return { letters, reservationAt };
}

const isOfOtherHousehold = (
  householdId: string,
  { schedules }: HouseholdFacts["children"][number],
  { endsAt, zone }: OfferedSlot,
  date: CivilDate,
) => isElsewhere(schedules, householdId, { date, endsAt, calendar: { zone } });

/** A day of a slot, out of its parallel lists, for a family of some category. */
export function dayAt(
  slot: OfferedSlot,
  date: CivilDate,
  index: number,
  category: HouseholdFacts["category"],
): FreeDay {
  const times = timesOn(slot.windows, date, category);
  return {
    date,
    startsAt: slot.startsAt,
    opensAt: times.opensAt,
    closesAt: endOfBooking((slot.closes[index] ?? 0) * MINUTE, times),
    late: slot.lateRequests,
    capacity: slot.capacities[index] ?? 0,
    taken: slot.taken[index] ?? 0,
    waiting: slot.waiting[index] ?? 0,
    closed: slot.closed[index] ?? null,
  };
}

/** Whether the child is enrolled that day and of the slot's age group. */
function isOffered(
  { enrolled, ...group }: OfferedSlot,
  { id, birthDate, gradeLevel: grade }: HouseholdFacts["children"][number],
  date: CivilDate,
): boolean {
  if (!enrolled.some(({ childId, from, to }) => childId === id && from <= date && date <= to)) return false;
  return isOfGroup(group, { age: birthDate === null ? null : ageOn(birthDate, date), grade });
}
