import { type CivilDate, weekdayOf } from "@/lib/core/calendar";
import type { TownDays } from "./days";
import type { Desk } from "./desk";
import type { Child, Family } from "./families";
import type { ServiceName } from "./offers";
import type { Random } from "./random";

const TUESDAY = 2;

/** Days that everyone wants: one evening at Jules-Ferry and one day of the centre are full, others nearly so. */
export function drawCrowds(desk: Desk, families: Family[], like: Child, days: TownDays, random: Random): void {
  const children = random.shuffled(families.flatMap((family) => family.children));
  const bookable = (service: ServiceName, dates: CivilDate[]) =>
    dates.filter((date) => desk.isOpen({ child: like, service, date }));
  const crowd = (service: ServiceName, date: CivilDate | undefined, placesLeft: number) => {
    const place = date && desk.find({ child: like, service, date });
    if (!place) return;
    for (const child of children) {
      if (place.occurrence.free <= placesLeft) return;
      const sameGroup = desk.find({ child, service, date })?.occurrence === place.occurrence;
      if (sameGroup) desk.book({ child, service, date });
    }
  };

  const evenings = bookable("evening", days.school).filter((date) => weekdayOf(date) === TUESDAY);
  crowd("evening", evenings[0], 0);
  crowd("evening", evenings[1], 3);
  crowd("evening", evenings[2], 1);

  const [soon, wanted, , quieter] = bookable("holidays", days.holidays);
  crowd("holidays", wanted, 0);
  crowd("holidays", soon, 3);
  crowd("holidays", quieter, 1);

  crowd("wednesday", bookable("wednesday", days.wednesdays)[0], 2);
}
