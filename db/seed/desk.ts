import {
  addDays,
  addMinutes,
  addMonths,
  ageOn,
  type CivilDate,
  firstDayOf,
  instantOf,
  monthOf,
} from "@/lib/core/calendar";
import { priceOn } from "@/lib/reservations/prices/rules";
import type { PricingTrace, ReservationStatus } from "../schema";
import { quotientFrom, type TownDays } from "./days";
import type { Child, Family } from "./families";
import type { Occurrence, Offer, ServiceName } from "./offers";
import type { Random } from "./random";

/** A place of a child, as it will be written. */
export type Booking = {
  family: Family;
  child: Child;
  offer: Offer;
  occurrence: Occurrence;
  status: ReservationStatus;
  priceCents: number;
  pricing: PricingTrace;
  requestedAt: Date;
  /** When its basket was paid; null when nothing is paid in advance, or not yet. */
  paidAt: Date | null;
  cancelledAt: Date | null;
};

export type Wish = {
  child: Child;
  service: ServiceName;
  date: CivilDate;
  /** The household that books, for a child who has two. */
  as?: Family;
  /** Places that must be left for others. */
  leave?: number;
};
type Place = Pick<Booking, "family" | "offer" | "occurrence">;
type Timing = Pick<Booking, "requestedAt" | "paidAt">;

export type Desk = ReturnType<typeof openDesk>;

const MINUTES_IN_THE_BASKET = 12;

/** Takes bookings one after another as the portal would have: in time, at the right age, while there is a place. */
export function openDesk(families: Family[], offers: Offer[], days: TownDays, random: Random) {
  const familyOf = new Map(families.flatMap((family) => family.children.map((child) => [child.id, family])));
  const bookings = new Map<string, Booking>();
  const payments = new Map<string, Date>();

  function find({ child, service, date, as }: Wish): Place | undefined {
    const family = as ?? familyOf.get(child.id);
    const age = ageOn(child.birthDate, date);
    const offer = offers.find(
      ({ activity: { school }, ages, ...offered }) =>
        offered.service === service &&
        (school === "all" || school === child.school) &&
        ages.minAge <= age &&
        age <= ages.maxAge,
    );
    const occurrence = offer?.occurrences.get(date);
    return family && offer && occurrence && { family, offer, occurrence };
  }

  function take({ leave = 0, ...wish }: Wish, status: ReservationStatus, timing: (place: Place) => Timing) {
    const place = find(wish);
    if (!place || place.occurrence.free <= leave) return undefined;
    const key = keyOf(wish.child, place.occurrence);
    const price = priceFor(place, days);
    const { requestedAt, paidAt } = timing(place);
    if (bookings.has(key) || !price || requestedAt >= place.occurrence.bookingClosesAt) return undefined;

    place.occurrence.free -= 1;
    const { child } = wish;
    const { cents: priceCents, trace: pricing } = price;
    const booking: Booking = { ...place, child, status, priceCents, pricing, requestedAt, paidAt, cancelledAt: null };
    bookings.set(key, booking);
    return booking;
  }

  /** Prepaid places of a family are paid month by month, early in the month before; what is to come, these days. */
  function paymentOf({ family, offer, occurrence }: Place): Date {
    const month = monthOf(occurrence.date);
    const key = `${family.id} ${offer.activity.office.id} ${month}`;
    const known = payments.get(key) ?? timeOfPayment(month, days.now, random);
    payments.set(key, known);
    return known;
  }

  return {
    find,

    /** Whether the child is offered this, and the deadline is still to come. */
    isOpen(wish: Wish): boolean {
      const place = find(wish);
      return place !== undefined && place.occurrence.bookingClosesAt > days.now;
    },

    bookings: () => [...bookings.values()],

    /** A place that is booked: paid when the service is prepaid, else asked for when the family entered its usual week. */
    book: (wish: Wish) =>
      take(wish, "booked", (place) => {
        if (place.offer.activity.billing !== "prepaid") return { requestedAt: days.founded, paidAt: null };
        const paidAt = paymentOf(place);
        return { requestedAt: addMinutes(paidAt, -MINUTES_IN_THE_BASKET), paidAt };
      }),

    /** A place in the basket, asked for a little while ago and not paid. */
    request: (wish: Wish, minutesAgo: number) =>
      take(wish, "requested", () => ({ requestedAt: addMinutes(days.now, -minutesAgo), paidAt: null })),

    withdraw({ child, occurrence }: Booking): void {
      if (bookings.delete(keyOf(child, occurrence))) occurrence.free += 1;
    },
  };
}

const keyOf = (child: Child, occurrence: Occurrence) => `${child.id} ${occurrence.id}`;

function priceFor({ family, offer, occurrence }: Place, { from }: TownDays) {
  return priceOn(
    {
      billing: offer.activity.billing,
      category: family.tariffCategory,
      tariff: offer.tariff.label,
      versions: offer.tariff.versions,
      quotients: family.quotient ? [{ ...family.quotient, from: quotientFrom(from), to: null }] : [],
    },
    occurrence.date,
  );
}

const HOUR = 60;
const DAY = 24 * HOUR;

function timeOfPayment(month: string, now: Date, random: Random): Date {
  const day = addDays(firstDayOf(addMonths(month, -1)), random.integer(4, 12));
  const usual = addMinutes(instantOf(day, "07:00"), random.integer(0, 15 * HOUR));
  return usual < addMinutes(now, -DAY) ? usual : addMinutes(now, -random.integer(2 * HOUR, 4 * DAY));
}
