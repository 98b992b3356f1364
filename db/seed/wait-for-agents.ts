import { sql } from "drizzle-orm";
import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { declareAbsence } from "@/lib/reservations/absences/declare-absence";
import { sendProof } from "@/lib/reservations/absences/send-proof";
import { requestCancellations } from "@/lib/reservations/cancellations/request-cancellations";
import { requestSlots } from "@/lib/reservations/request-slots";
import { joinWaitingList } from "@/lib/reservations/waiting/join-waiting-list";
import { enrollments } from "../schema";
import { schoolYearOf, type TownDays } from "./days";
import { drawPaper } from "./draw-paper";
import type { Child, Family } from "./families";
import { insertRows } from "./insert-rows";
import { type Offer, openActivity } from "./offers";
import type { Founded } from "./organization";
import type { Random } from "./random";

const HOUR = 60;
const WAITING = 4;

type Found = { householdId: string; childId: string; slotId: number; date: string };

/** What agents and families wait for this morning, told with the portal's own verbs. */
export async function waitForAgents(
  ctx: Context,
  {
    town,
    offers,
    families,
    days,
    random,
  }: {
    town: Founded;
    offers: Offer[];
    families: Family[];
    days: TownDays;
    random: Random;
  },
): Promise<void> {
  const asParent = (householdId: string, minutesAgo: number) => parentOf(ctx, families, householdId, minutesAgo);

  await askForStudy(ctx, { town, offers, families, days, random });
  for (const [index, one] of (await listWishesForFullEvening(ctx)).entries()) {
    await joinWaitingList(asParent(one.householdId, (WAITING - index) * 5 * HOUR), toCells(one));
  }

  const late = await listLatePlaces(ctx);
  const asked = late.slice(0, 2);
  for (const [index, one] of asked.entries()) {
    const note = index === 0 ? "Sa grand-mère pourra finalement le garder." : undefined;
    await requestCancellations(asParent(one.householdId, (3 - index) * 7 * HOUR), { ...toCells(one), note });
  }
  const sick = late.filter(({ householdId }) => !asked.some((one) => one.householdId === householdId)).slice(0, 2);
  for (const [index, { householdId, childId, date }] of sick.entries()) {
    const parent = asParent(householdId, (2 - index) * 2 * HOUR);
    const days = { householdId, childId, from: date, to: date };
    const { absenceId } = await declareAbsence(parent, { ...days, reason: "illness" });
    if (index > 0 || !absenceId) continue;
    const bytes = await drawPaper("Certificat médical");
    await sendProof(parent, { householdId, absenceId, fileName: "certificat.jpg", bytes });
  }
}

const toCells = ({ householdId, childId, slotId, date }: Found) => ({
  householdId,
  cells: [{ childId, slotId, date }],
});

export function parentOf(ctx: Context, families: Family[], householdId: string, minutesAgo: number): Context {
  const family = families.find(({ id }) => id === householdId);
  const personId = family?.guardians[0]?.id ?? "";
  const actor = {
    kind: "guardian",
    accountId: family?.account.id ?? "",
    personId,
    householdIds: [householdId],
  } as const;
  return { ...ctx, actor, now: addMinutes(ctx.now, -minutesAgo) };
}

/** Supervised homework, for a few children whom the structure takes one by one. */
async function askForStudy(
  ctx: Context,
  { town, offers, families, days, random }: Parameters<typeof waitForAgents>[1],
): Promise<void> {
  const evening = offers.find(({ service }) => service === "evening");
  const pupils = families.flatMap(({ id, children }) =>
    children
      .filter(isPupil)
      .slice(0, 1)
      .map((child) => ({ id, child })),
  );
  const chosen = pupils.slice(-5);
  if (!evening) return;

  const activityId = random.uuid();
  const dates = days.school.filter((date) => date > days.today).slice(0, 30);
  const [study] = await openActivity(ctx, {
    id: activityId,
    position: offers.length,
    facilityId: town.facilities.ferry.id,
    name: "Étude surveillée",
    kind: "before_after_school",
    school: "ferry",
    office: town.offices.school,
    billing: "billed",
    approval: "manual",
    holdMinutes: 20,
    booking: { kind: "daysBefore", days: 2, count: "working", time: "10:00" },
    cancellation: { kind: "daysBefore", days: 2, count: "working", time: "10:00" },
    dates,
    slots: [
      {
        service: "evening",
        label: "Étude",
        hours: ["16:30", "17:30"],
        tariff: evening.tariff,
        ages: { id: null, minAge: 6, maxAge: 11 },
        capacity: 12,
      },
    ],
  });
  if (!study) return;

  const years = [...new Set(dates.map(schoolYearOf))];
  await insertRows(
    ctx.db,
    enrollments,
    chosen.flatMap(({ child }) =>
      years.map((year) => ({
        childId: child.id,
        activityId,
        status: "approved" as const,
        startsOn: `${year}-09-01`,
        endsOn: `${year + 1}-08-31`,
        createdAt: days.founded,
      })),
    ),
  );
  const [slot] = await ctx.db.execute<{ id: number }>(sql`select id from slots where activity_id = ${activityId}`);
  for (const [index, { id: householdId, child }] of chosen.slice(0, 3).entries()) {
    const cells = dates
      .slice(6 + index, 9 + 2 * index)
      .map((date) => ({ childId: child.id, slotId: slot?.id ?? 0, date }));
    if (cells.length === 0) continue;
    await requestSlots(parentOf(ctx, families, householdId, (4 - index) * 9 * HOUR), { householdId, cells });
  }
}

const isPupil = ({ school, gradeLevel }: Child) => school === "ferry" && /^(CE|CM)/.test(gradeLevel);

/** The first full evening to come, and children who could come if there were a place. */
const listWishesForFullEvening = async ({ db, now }: Context): Promise<Found[]> => [
  ...(await db.execute<Found>(sql`
    with evening as (
      select o.id, o.slot_id, o.date, s.activity_id, g.min_age, g.max_age
      from slot_occurrences o join slots s on s.id = o.slot_id join age_groups g on g.id = s.age_group_id
      where o.taken = o.capacity and s.label = 'Soir' and o.booking_closes_at > ${now.toISOString()}
      order by o.date, o.id limit 1
    )
    select distinct on (m.household_id) m.household_id as "householdId", p.id as "childId", v.slot_id as "slotId", v.date
    from evening v
    join enrollments e on e.activity_id = v.activity_id and v.date between e.starts_on and e.ends_on
    join persons p on p.id = e.child_id
    join household_members m on m.person_id = p.id and m.role = 'child'
    join accounts a on a.person_id in (select person_id from household_members where household_id = m.household_id)
    where extract(year from age(v.date, p.birth_date)) between v.min_age and v.max_age
      and a.email not like 'parent%'
      and not exists (select from custody_schedules c where c.child_id = p.id)
      and not exists (select from reservations r where r.child_id = p.id and r.occurrence_id = v.id)
    order by m.household_id, p.id limit ${WAITING}`)),
];

/** Places to come whose time to cancel is over, one per family. */
const listLatePlaces = async ({ db, now }: Context): Promise<Found[]> => [
  ...(await db.execute<Found>(sql`
    select distinct on (r.household_id) r.household_id as "householdId", r.child_id as "childId", o.slot_id as "slotId", o.date
    from reservations r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join household_members m on m.household_id = r.household_id and m.role = 'guardian'
    join accounts a on a.person_id = m.person_id
    where r.status = 'booked' and a.email not like 'parent%' and o.cancellation_closes_at < ${addMinutes(now, -DAY).toISOString()}
      and o.date > ${now.toISOString()}::timestamptz::date and s.label in ('Soir', 'Journée')
    order by r.household_id, o.date limit 4`)),
];

const DAY = 24 * HOUR;
