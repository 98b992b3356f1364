import { holidaysOn, publicHolidayName } from "@/lib/catalogue/calendar/rules";
import { explainPrice } from "@/lib/catalogue/tariffs/rules";
import { openingInWords } from "@/lib/catalogue/windows/rules";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { dateInWords, deadlineInWords, timeInWords } from "@/lib/core/format-date";
import type { DayInput } from "../input";
import { priceOn } from "../prices/rules";
import { type DayView, placesInWords } from "../rules";
import { dayAt, readCells } from "./cells";
import { readDayPlaces } from "./day-places";
import { freeAct } from "./free-act";
import { readGrid } from "./grid";

/** The day panel: one line per service that at least one child of the household has that day. */
export async function getDay(ctx: Context, { householdId, date }: DayInput): Promise<DayView> {
  authorize(ctx, "reservations:read", { householdId });

  const [facts, places] = await Promise.all([
    readGrid(ctx, householdId, date, date),
    readDayPlaces(ctx, householdId, date),
  ]);
  const { household, slots } = facts;
  const { letters, reservationAt } = readCells(facts, ctx);
  const zone = slots[0]?.zone;
  const note = publicHolidayName(date) ?? (zone && holidaysOn(date, zone)?.label);

  const lines = slots.map((slot) => {
    const day = dayAt(slot, date, 0, household.category);
    const price = priceOn({ ...slot, ...household }, date);
    return {
      slotId: slot.id,
      activity: slot.activity,
      label: slot.label,
      group: slot.ageGroup,
      hours: `${timeInWords(slot.startsAt)} – ${timeInWords(slot.endsAt)}`,
      deadline: deadlineSentence(day, ctx.now),
      billing: slot.billing,
      places: placesInWords(day),
      children: household.children.flatMap((child) => {
        const code = letters(child, slot, [date]);
        if (code === " ") return [];
        const reservation = reservationAt(child.id, slot.id, date);
        const { cents, trace } = price ?? {};
        return {
          childId: child.id,
          code,
          priceCents: reservation?.priceCents ?? cents ?? null,
          why: trace && cents !== undefined ? explainPrice(trace, cents) : [],
          ...(reservation?.by && { by: reservation.by }),
          ...places.get(`${child.id} ${slot.id}`),
          ...freeAct(ctx, { code, slot, day, price }),
        };
      }),
    };
  });
  return {
    date,
    words: dateInWords(date),
    ...(note && { note }),
    lines: lines.filter(({ children }) => children.length > 0),
  };
}

function deadlineSentence(day: ReturnType<typeof dayAt>, now: Date): string {
  if (day.closed !== null) return day.closed ? `Fermé : ${day.closed}` : "Fermé";
  if (day.opensAt !== null && now.getTime() < day.opensAt) return openingInWords(day.opensAt);
  const limit = deadlineInWords(new Date(day.closesAt));
  return now.getTime() < day.closesAt
    ? `Réservation possible jusqu’au ${limit}`
    : `Le délai de réservation est dépassé depuis le ${limit}`;
}
