import type { TownDays } from "./days";
import type { Booking } from "./desk";
import type { Random } from "./random";

/** Nearly everyone who was booked came. */
export function takeAttendance(bookings: Booking[], { today }: TownDays, random: Random): void {
  for (const booking of bookings) {
    if (booking.status !== "booked" || booking.occurrence.date >= today) continue;
    booking.status = random.chance(0.97) ? "attended" : absence(booking, random);
  }
}

/** What was paid in advance stays paid; an excused lunch will not be billed. */
const absence = ({ paidAt }: Booking, random: Random) =>
  paidAt || random.chance(0.5) ? "absent_charged" : "absent_excused";
