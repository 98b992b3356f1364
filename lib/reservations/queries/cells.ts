import { isOfGroup } from "@/lib/catalogue/facilities/rules";
import { ageOn, type CivilDate, dateOf } from "@/lib/core/calendar";
import { isElsewhere } from "@/lib/families/custody/rules";
import { freeLetter, letterOf } from "../rules";
import type { GridFacts, HouseholdFacts, OfferedSlot } from "./grid";

const MINUTE = 60_000;

/** The letter of any cell: " " where the child has no such slot, lower case once the day has gone by. */
export function readCells({ household, slots }: GridFacts, now: Date) {
  const today = dateOf(now);
  const booked = new Map(
    household.reservations.map((reservation) => [
      `${reservation.childId} ${reservation.slotId} ${reservation.date}`,
      { ...reservation, letter: reservation.elsewhere ? "A" : letterOf(reservation.status, reservation.awaiting) },
    ]),
  );
  const reservationAt = (childId: string, slotId: number, date: CivilDate) =>
    booked.get(`${childId} ${slotId} ${date}`);
  const positions = new Map(slots.map(({ id, dates }) => [id, new Map(dates.map((date, index) => [date, index]))]));

  /** The letters of one child and slot for some dates. */
  function letters(child: HouseholdFacts["children"][number], slot: OfferedSlot, dates: CivilDate[]): string {
    const position = positions.get(slot.id);
    return dates
      .map((date) => {
        const letter = reservationAt(child.id, slot.id, date)?.letter;
        if (letter) return date < today ? letter.toLowerCase() : letter;
        const index = position?.get(date);
        if (index === undefined || !isOffered(slot, child, date)) return " ";
        const free = freeLetter(dayAt(slot, date, index), { today, now: now.getTime() });
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

/** A day of a slot, out of its parallel lists. */
export const dayAt = ({ closes, capacities, taken, waiting, closed }: OfferedSlot, date: CivilDate, index: number) => ({
  date,
  closesAt: (closes[index] ?? 0) * MINUTE,
  capacity: capacities[index] ?? 0,
  taken: taken[index] ?? 0,
  waiting: waiting[index] ?? 0,
  closed: closed[index] ?? null,
});

/** Whether the child is enrolled that day and of the slot's age group. */
function isOffered(
  { enrolled, ...group }: OfferedSlot,
  { id, birthDate, gradeLevel: grade }: HouseholdFacts["children"][number],
  date: CivilDate,
): boolean {
  if (!enrolled.some(({ childId, from, to }) => childId === id && from <= date && date <= to)) return false;
  return isOfGroup(group, { age: birthDate === null ? null : ageOn(birthDate, date), grade });
}
