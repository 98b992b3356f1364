import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { planAdults } from "@/lib/catalogue/staffing/plan-adults";
import { addDays, addMinutes, type CivilDate, instantOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { recordUnexpectedChild } from "@/lib/reservations/attendance/record-unexpected-child";
import { endsAtTheGate } from "@/lib/reservations/attendance/rules";
import { closeSlots } from "@/lib/reservations/closures/close-slots";
import type { ActivityKind } from "@/lib/reservations/planning/rules";
import { accounts, attendanceRecords, type ReservationStatus } from "../schema";
import type { TownDays } from "./days";
import { insertRows } from "./insert-rows";

const POINTED_DAYS = 2;

type Seen = {
  id: number;
  status: ReservationStatus;
  date: CivilDate;
  startsAt: string;
  endsAt: string;
  kind: ActivityKind;
  parent: string | null;
};

/** What the animators touched on the last days, who came for the children of the evening, and a child who came to the canteen unannounced. */
export async function pointLastDays(ctx: Context, { school, today }: TownDays): Promise<void> {
  const dates = school.filter((date) => date < today).slice(-POINTED_DAYS);
  const [first] = dates;
  if (!first) return;
  const [agent] = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.role, "site_manager"));
  const seen = await ctx.db.execute<Seen>(sql`
    select r.id::int as id, r.status, o.date, s.starts_at as "startsAt", s.ends_at as "endsAt", a.kind, (
      select p.first_name || ' ' || p.last_name from household_members m join persons p on p.id = m.person_id
      where m.household_id = r.household_id and m.role = 'guardian' order by m.rank limit 1
    ) as parent
    from reservations r join slot_occurrences o on o.id = r.occurrence_id join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    where o.date between ${first} and ${addDays(today, -1)} and r.status in ('attended', 'absent_charged')
    order by r.id`);
  await insertRows(
    ctx.db,
    attendanceRecords,
    seen.map(({ id, status, date, startsAt }, index) => {
      const at = addMinutes(instantOf(date, startsAt.slice(0, 5)), index % 12);
      return {
        reservationId: id,
        clientKey: randomUUID(),
        state: status === "attended" ? ("present" as const) : ("absent" as const),
        found: "booked" as const,
        at,
        recordedAt: at,
        accountId: agent?.id ?? null,
      };
    }),
  );
  await insertRows(
    ctx.db,
    attendanceRecords,
    seen
      .filter((child) => child.status === "attended" && endsAtTheGate(child))
      .map(({ id, date, endsAt, parent }, index) => {
        const leftAt = addMinutes(instantOf(date, endsAt.slice(0, 5)), index % 41 === 40 ? 25 : -(index * 7) % 75);
        return {
          reservationId: id,
          clientKey: randomUUID(),
          state: "left" as const,
          at: leftAt,
          recordedAt: leftAt,
          leftAt,
          collectedBy: parent,
          accountId: agent?.id ?? null,
        };
      }),
  );
  await comeUnannounced(ctx, dates.at(-1) ?? first);
}

/** A child enrolled in the canteen who had not booked that day. */
async function comeUnannounced(ctx: Context, date: CivilDate): Promise<void> {
  const [child] = await ctx.db.execute<{ childId: string; slotId: number }>(sql`
    select e.child_id as "childId", s.id as "slotId"
    from activities a
    join slots s on s.activity_id = a.id
    join slot_occurrences o on o.slot_id = s.id and o.date = ${date}
    join enrollments e on e.activity_id = a.id and e.status = 'approved'
    where a.kind = 'lunch' and not exists (
      select from reservations r where r.child_id = e.child_id and r.occurrence_id = o.id
    )
    order by a.position, e.child_id limit 1`);
  if (child) await recordUnexpectedChild(ctx, { ...child, date, key: randomUUID(), at: ctx.now.toISOString() });
}

/** Far enough for nobody to plan with it yet: the families known by name are not concerned. */
const CLOSED_AHEAD = 28;

/** A Wednesday to come on which the centre stays shut: families were credited and told. */
export async function closeOneDay(ctx: Context, { today, wednesdays }: TownDays): Promise<void> {
  const date = wednesdays.find((wednesday) => wednesday >= addDays(today, CLOSED_AHEAD));
  const [offer] = await ctx.db.execute<{ id: string }>(sql`select id from activities where kind = 'wednesday' limit 1`);
  if (!date || !offer) return;
  const reason = "Journée de formation de toute l’équipe d’animation";
  await closeSlots(ctx, { from: date, to: date, reach: `activite:${offer.id}`, reason });
}

/** Who will be there on the next days: enough adults, except where one is missing. */
export async function staffNextDays(ctx: Context, { school, today }: TownDays): Promise<void> {
  const date = school.find((day) => day >= today);
  if (!date) return;
  const evenings = await ctx.db.execute<{ id: number }>(sql`
    select o.id::int as id from slot_occurrences o join slots s on s.id = o.slot_id
    where o.date = ${date} and s.label = 'Soir' order by o.id`);
  for (const [index, { id }] of evenings.entries()) {
    await planAdults(ctx, { occurrenceId: id, adults: index === 0 ? "1" : "4" });
  }
}
