import { and, asc, desc, eq, gte, isNull, notInArray, or } from "drizzle-orm";
import {
  activities,
  enrollments,
  facilities,
  householdMembers,
  households,
  incomeQuotients,
  persons,
  reservations,
  slotOccurrences,
  slots,
} from "@/db/schema";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

export type HouseholdFacts = Awaited<ReturnType<typeof getHouseholdFacts>>;

/** What an agent needs to know of a household beside its file: its category, its quotient, what colleagues noted. */
export async function getHouseholdFacts(ctx: Context, householdId: string) {
  authorize(ctx, "families:read");

  const today = dateOf(ctx.now);
  const [[household], [quotient]] = await Promise.all([
    ctx.db
      .select({
        tariffCategory: households.tariffCategory,
        staffNote: households.staffNote,
        createdAt: households.createdAt,
      })
      .from(households)
      .where(eq(households.id, householdId)),
    ctx.db
      .select({
        value: incomeQuotients.value,
        source: incomeQuotients.source,
        from: incomeQuotients.effectiveFrom,
        to: incomeQuotients.effectiveTo,
      })
      .from(incomeQuotients)
      .where(
        and(
          eq(incomeQuotients.householdId, householdId),
          or(isNull(incomeQuotients.effectiveTo), gte(incomeQuotients.effectiveTo, today)),
        ),
      )
      .orderBy(desc(incomeQuotients.effectiveFrom))
      .limit(1),
  ]);
  if (!household) throw new DomainError("not_found");
  return { ...household, quotient: quotient ?? null };
}

export type Enrolment = Awaited<ReturnType<typeof listEnrolments>>[number];

/** What the children of a household are enrolled in, this year and those to come. */
export async function listEnrolments(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  return ctx.db
    .select({
      id: enrollments.id,
      child: persons.firstName,
      activity: activities.name,
      facility: facilities.name,
      status: enrollments.status,
      startsOn: enrollments.startsOn,
      endsOn: enrollments.endsOn,
    })
    .from(enrollments)
    .innerJoin(
      householdMembers,
      and(eq(householdMembers.personId, enrollments.childId), eq(householdMembers.householdId, householdId)),
    )
    .innerJoin(persons, eq(persons.id, enrollments.childId))
    .innerJoin(activities, eq(activities.id, enrollments.activityId))
    .innerJoin(facilities, eq(facilities.id, activities.facilityId))
    .where(gte(enrollments.endsOn, dateOf(ctx.now)))
    .orderBy(asc(householdMembers.rank), asc(activities.position), asc(activities.name), asc(enrollments.startsOn));
}

const COMING = 40;

export type ComingReservation = Awaited<ReturnType<typeof listComing>>[number];

/** The next days that a household has booked or asked for. */
export async function listComing(ctx: Context, householdId: string) {
  authorize(ctx, "reservations:read", { householdId });

  return ctx.db
    .select({
      id: reservations.id,
      date: slotOccurrences.date,
      child: persons.firstName,
      slot: slots.label,
      activity: activities.name,
      status: reservations.status,
      priceCents: reservations.priceCents,
    })
    .from(reservations)
    .innerJoin(slotOccurrences, eq(slotOccurrences.id, reservations.occurrenceId))
    .innerJoin(slots, eq(slots.id, slotOccurrences.slotId))
    .innerJoin(activities, eq(activities.id, slots.activityId))
    .innerJoin(persons, eq(persons.id, reservations.childId))
    .where(
      and(
        eq(reservations.householdId, householdId),
        gte(slotOccurrences.date, dateOf(ctx.now)),
        notInArray(reservations.status, ["refused", "cancelled"]),
      ),
    )
    .orderBy(asc(slotOccurrences.date), asc(slots.startsAt), asc(persons.firstName))
    .limit(COMING);
}
