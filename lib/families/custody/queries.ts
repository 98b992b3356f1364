import { and, asc, eq } from "drizzle-orm";
import {
  changeRequests,
  custodySchedules,
  facilities,
  householdMembers,
  households,
  persons,
  type SchoolZone,
} from "@/db/schema";
import { authorize, isAllowed } from "@/lib/core/authorize";
import { addDays, type CivilDate, dateOf, datesBetween, mondayOf, weekOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { authorizeChild } from "../authorize-child";
import { type CustodySchedule, householdOn, rulesOn } from "./rules";

export type Custody = Awaited<ReturnType<typeof getCustody>>;

/** Who has a child when, as one of its households, or an agent, may know it: the other household has no name. */
export async function getCustody(ctx: Context, childId: string, seenFrom?: string) {
  const through = await authorizeChild(ctx, "household:read", childId);
  const householdId = seenFrom ?? through.householdId;
  authorize(ctx, "household:read", { householdId });

  const [child, homes, schedules, pending, zone] = await Promise.all([
    getChild(ctx, childId, householdId),
    listHomes(ctx, childId),
    listSchedules(ctx, childId),
    findPending(ctx, childId, householdId),
    findZone(ctx),
  ]);
  const today = dateOf(ctx.now);
  return {
    ...child,
    householdId,
    homes: homes.map(({ id, name }) => ({ id, name: nameFor(ctx, { id, name }, householdId) })),
    schedules,
    rules: rulesOn(schedules, today),
    pending,
    weeks: weeksOf(schedules, zone, mondayOf(today)),
  };
}

/** A family reads "Vous" and "L’autre foyer", unless it is of both; an agent reads names. */
function nameFor({ actor }: Context, { id, name }: { id: string; name: string }, householdId: string): string {
  if (actor.kind === "agent" || actor.kind === "system") return `Foyer ${name}`;
  if (id === householdId) return "Votre foyer";
  return isAllowed(actor, "household:read", { householdId: id }) ? `Foyer ${name}` : "L’autre foyer";
}

async function getChild({ db }: Context, childId: string, householdId: string) {
  const [child] = await db
    .select({ childId: persons.id, firstName: persons.firstName, rank: householdMembers.rank })
    .from(persons)
    .innerJoin(householdMembers, eq(householdMembers.personId, persons.id))
    .where(and(eq(persons.id, childId), eq(householdMembers.householdId, householdId)));
  if (!child) throw new DomainError("not_found");
  return child;
}

const listHomes = ({ db }: Context, childId: string) =>
  db
    .select({ id: households.id, name: households.name })
    .from(householdMembers)
    .innerJoin(households, eq(households.id, householdMembers.householdId))
    .where(and(eq(householdMembers.personId, childId), eq(householdMembers.role, "child")))
    .orderBy(asc(households.id));

const listSchedules = ({ db }: Context, childId: string) =>
  db
    .select({ effectiveFrom: custodySchedules.effectiveFrom, rules: custodySchedules.rules })
    .from(custodySchedules)
    .where(eq(custodySchedules.childId, childId))
    .orderBy(asc(custodySchedules.effectiveFrom));

async function findPending({ db }: Context, childId: string, householdId: string) {
  const [pending] = await db
    .select({ changeId: changeRequests.id, newValue: changeRequests.newValue })
    .from(changeRequests)
    .where(
      and(
        eq(changeRequests.householdId, householdId),
        eq(changeRequests.personId, childId),
        eq(changeRequests.field, "child.custody"),
        eq(changeRequests.status, "pending"),
      ),
    );
  return pending;
}

/** The town's schools share their holidays. */
async function findZone({ db }: Context): Promise<SchoolZone> {
  const [facility] = await db
    .select({ zone: facilities.schoolZone })
    .from(facilities)
    .orderBy(facilities.name)
    .limit(1);
  return facility?.zone ?? "A";
}

const WEEKS_SHOWN = 6;
/** Where the child is at night. */
const EVENING = "23:59";

const weeksOf = (schedules: CustodySchedule[], zone: SchoolZone, from: CivilDate) =>
  Array.from({ length: WEEKS_SHOWN }, (_, index) => addDays(from, 7 * index)).map((monday) => ({
    number: weekOf(monday),
    days: datesBetween(monday, addDays(monday, 6)).map((date) => ({
      date,
      householdId: householdOn(rulesOn(schedules, date), { date, endsAt: EVENING, calendar: { zone } }),
    })),
  }));
