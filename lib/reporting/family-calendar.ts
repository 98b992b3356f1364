import { and, asc, eq, gte, inArray } from "drizzle-orm";
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { activities, facilities, persons, reservations, slotOccurrences, slots } from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { addDays, dateOf, instantOf, monthOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { findOrganization } from "@/lib/core/organization";

/** How far back a calendar keeps what has been. */
const KEPT_DAYS = 31;
/** Calendars ask again by themselves about this often. */
const REFRESH_SECONDS = 3600;
/** What keeps a place: a day that is cancelled or excused, or that only waits on a list, is not one to plan for. */
const shown = ["requested", "booked", "cancellation_requested", "attended", "attended_unbooked"] as const;

/** The days of a household as an iCalendar file (RFC 5545), first names only: it is read by services that are not ours. */
export async function getFamilyCalendar(ctx: Context, householdId: string): Promise<string> {
  authorize(ctx, "reservations:read", { householdId });

  const [organization, places] = await Promise.all([findOrganization(ctx), listPlaces(ctx, householdId)]);
  const name = organization?.shortName ?? "Portail Famille";
  const calendar = ical({
    name: `${name} : réservations`,
    prodId: { company: name, product: "Portail Famille", language: "FR" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const { id, child, slot, activity, date, startsAt, endsAt, place, status, awaiting, requestedAt } of places) {
    const isSure = status !== "requested";
    const url = `${env().appUrl}/reservations?mois=${monthOf(date)}`;
    calendar.createEvent({
      id: `${id}@${new URL(env().appUrl).hostname}`,
      stamp: requestedAt,
      start: instantOf(date, startsAt),
      end: instantOf(date, endsAt),
      summary: `${child} · ${slot}${awaiting ? ` (${waits[awaiting]})` : ""}`,
      description: `${activity}\n${url}`,
      location: place,
      url,
      status: isSure ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      // The child is busy, not whoever reads it.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

const waits = { payment: "à payer", approval: "à valider", answer: "place proposée" };

const listPlaces = ({ db, now }: Context, householdId: string) =>
  db
    .select({
      id: reservations.id,
      child: persons.firstName,
      slot: slots.label,
      activity: activities.name,
      date: slotOccurrences.date,
      startsAt: slots.startsAt,
      endsAt: slots.endsAt,
      place: facilities.name,
      status: reservations.status,
      awaiting: reservations.awaiting,
      requestedAt: reservations.requestedAt,
    })
    .from(reservations)
    .innerJoin(persons, eq(persons.id, reservations.childId))
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(facilities, eq(facilities.id, activities.facilityId))
    .where(
      and(
        eq(reservations.householdId, householdId),
        inArray(reservations.status, [...shown]),
        gte(slotOccurrences.date, addDays(dateOf(now), -KEPT_DAYS)),
      ),
    )
    .orderBy(asc(slotOccurrences.date), asc(slots.startsAt), asc(reservations.id));
