import { holidaysOn, publicHolidayName } from "@/lib/catalogue/calendar/rules";
import { explainPrice } from "@/lib/catalogue/tariffs/rules";
import { authorize } from "@/lib/core/authorize";
import type { Context } from "@/lib/core/context";
import { dateInWords, deadlineInWords, timeInWords } from "@/lib/core/format-date";
import type { DayInput } from "../input";
import { priceOn } from "../prices/rules";
import { type DayAct, type DayView, placesInWords } from "../rules";
import { rankInWords } from "../waiting/rules";
import { dayAt, readCells } from "./cells";
import { readDayPlaces } from "./day-places";
import { readGrid } from "./grid";

/** The day panel: one line per service that at least one child of the household has that day. */
export async function getDay(ctx: Context, { householdId, date }: DayInput): Promise<DayView> {
  authorize(ctx, "reservations:read", { householdId });

  const [facts, places] = await Promise.all([
    readGrid(ctx, householdId, date, date),
    readDayPlaces(ctx, householdId, date),
  ]);
  const { household, slots } = facts;
  const { letters, reservationAt } = readCells(facts, ctx.now);
  const zone = slots[0]?.zone;
  const note = publicHolidayName(date) ?? (zone && holidaysOn(date, zone)?.label);

  const lines = slots.map((slot) => {
    const day = dayAt(slot, date, 0);
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
          ...(code === "o" && { act: joinAct(day) }),
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

function joinAct({ waiting }: ReturnType<typeof dayAt>): DayAct {
  const before =
    waiting === 0 ? "Personne n’attend encore" : waiting === 1 ? "1 enfant attend" : `${waiting} enfants attendent`;
  const text = `Ce créneau est complet. ${before} : le vôtre serait ${rankInWords(waiting + 1)}. Rien n’est à payer tant qu’une place ne vous est pas proposée.`;
  return { kind: "join", text };
}

function deadlineSentence(day: ReturnType<typeof dayAt>, now: Date): string {
  if (day.closed !== null) return day.closed ? `Fermé : ${day.closed}` : "Fermé";
  const limit = deadlineInWords(new Date(day.closesAt));
  return now.getTime() < day.closesAt
    ? `Réservation possible jusqu’au ${limit}`
    : `Le délai de réservation est dépassé depuis le ${limit}`;
}
