import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { seedTown } from "@/db/seed/town";
import { verifyPassword } from "@/lib/auth/password";
import { isWorkingDay, schoolDayKind } from "@/lib/catalogue/calendar/rules";
import { addDays, addMonths, dateOf, monthOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { unseal } from "@/lib/core/secrets";
import { test } from "../../support/database";
import { checkInvariants } from "../../support/invariants";
import { violations } from "./invariants";

type Row = Record<string, unknown>;
const rowsOf = async ({ db }: Context, query: string): Promise<Row[]> => [...(await db.execute<Row>(sql.raw(query)))];

/** The instant inside a query: rules never read the clock of the database. */
const at = (now: Date) => `'${now.toISOString()}'::timestamptz`;

const moments = [
  { when: "in school time", now: "2026-11-23T08:00:00Z", evenings: true, centre: true },
  { when: "on the first day of school", now: "2026-09-01T05:30:00Z", evenings: true, centre: true },
  { when: "in the holidays, at the turn of the year", now: "2027-01-02T09:00:00Z", evenings: true, centre: true },
  { when: "in spring, when the summer can be booked", now: "2027-05-08T10:00:00Z", evenings: true, centre: true },
  { when: "at the end of the summer", now: "2027-08-20T12:00:00Z", evenings: true, centre: false },
  { when: "near the end of the published calendar", now: "2028-06-08T16:00:00Z", evenings: true, centre: false },
].map(({ now, ...moment }) => ({ ...moment, now: new Date(now) }));

test.for(moments)("a town loaded $when", { timeout: 600_000 }, async ({ now, evenings, centre }, { committed }) => {
  await seedTown(committed.db, now);
  const rows = (query: string) => rowsOf(committed, query);

  expect.soft((await checkInvariants(committed)).filter(({ invariant }) => /^I(8|11|17)/.test(invariant))).toEqual([]);
  for (const [violation, query] of Object.entries(violations)) {
    expect.soft((await rows(query)).slice(0, 5), violation).toEqual([]);
  }
  await expectTownOf300Families(rows);
  await expectDeadlines(rows, now);
  await expectCrowds(rows, now, centre);
  await expectRousseau(rows, now);
  await expectPlanning(rows, now);
  if (evenings) await expectAgentsHaveWork(rows);
  if (evenings)
    expect.soft((await freeEvenings(rows, now)).length, "evenings left for Nahel").toBeGreaterThanOrEqual(3);
});

type Query = (query: string) => Promise<Row[]>;

async function expectTownOf300Families(rows: Query) {
  const [counts] = await rows(`
    select (select count(*)::int from households) as households,
      (select count(*)::int from accounts where person_id is not null) as guardians,
      (select count(*)::int from persons where grade_level is not null) as children,
      (select count(*)::int from reservations) as reservations`);
  expect.soft(counts).toMatchObject({ households: 300, guardians: 300 });
  expect.soft(counts?.children).toBeGreaterThan(450);
  expect.soft(counts?.reservations).toBeGreaterThan(10_000);
  expect.soft(counts?.reservations).toBeLessThan(45_000);

  const opened = await rows(`
    select distinct a.kind, o.date::text from slot_occurrences o
    join slots s on s.id = o.slot_id join activities a on a.id = s.activity_id`);
  const expected: Record<string, string> = {
    before_after_school: "school",
    lunch: "school",
    wednesday: "wednesday",
    holidays: "holiday",
  };
  const wrong = opened.filter(({ kind, date }) => {
    const day = schoolDayKind(String(date), "B");
    return day !== expected[String(kind)] || !isWorkingDay(String(date));
  });
  expect.soft(wrong, "days on which the service does not take place").toEqual([]);
}

async function expectDeadlines(rows: Query, now: Date) {
  const deadlines = await rows(`
    select a.name, bool_or(o.booking_closes_at > ${at(now)}) as open, bool_or(o.booking_closes_at <= ${at(now)}) as closed
    from slot_occurrences o join slots s on s.id = o.slot_id join activities a on a.id = s.activity_id
    group by a.name`);
  const byName = new Map(deadlines.map(({ name, ...deadline }) => [name, deadline]));
  expect.soft(byName.get("Restauration scolaire")).toEqual({ open: true, closed: true });
  expect.soft(byName.get("Périscolaire")).toEqual({ open: true, closed: true });
  expect.soft(byName.get("Mercredis")).toEqual({ open: true, closed: true });
}

async function expectCrowds(rows: Query, now: Date, centre: boolean) {
  const left = await rows(`
    select s.label, array_agg(o.capacity - o.taken order by o.capacity - o.taken) as places
    from slot_occurrences o join slots s on s.id = o.slot_id join activities a on a.id = s.activity_id
    where o.booking_closes_at > ${at(now)} and a.name in ('Périscolaire', 'Centre de loisirs')
    group by s.label`);
  const places = new Map(left.map(({ label, places }) => [label, places]));
  expect.soft(places.get("Soir"), "a full evening, and one with three places").toEqual(expect.arrayContaining([0, 3]));
  if (centre) expect.soft(places.get("Journée"), "a full day of the centre").toContain(0);
}

const ofRousseau = `
  from reservations r
  join slot_occurrences o on o.id = r.occurrence_id
  join slots s on s.id = o.slot_id
  join activities a on a.id = s.activity_id
  join household_members m on m.household_id = r.household_id
  join accounts c on c.person_id = m.person_id and c.email = 'parent@exemple.fr'`;

async function expectRousseau(rows: Query, now: Date) {
  const today = dateOf(now);
  const [cart] = await rows(`
    select count(*)::int as requests, sum(r.price_cents)::int as cents, bool_and(r.hold_expires_at > ${at(now)}) as held
    ${ofRousseau} where r.status = 'requested'`);
  expect.soft(cart).toEqual({ requests: 3, cents: 900, held: true });

  const [booked] = await rows(`
    select bool_or(o.date < '${today}') as past, bool_or(o.date > '${today}') as coming ${ofRousseau} where r.status = 'booked'`);
  expect.soft(booked).toEqual({ past: true, coming: true });

  const absences = await rows(`
    select o.date::text ${ofRousseau} where r.status in ('absent_excused', 'absent_charged') order by 1`);
  expect.soft(absences.map(({ date }) => monthOf(String(date)))).toContain(monthOf(today));

  const credit = await rows(`
    select v.gateway, -sum(e.amount_cents)::int as cents from ledger_entries e
    join revenue_offices v on v.id = e.revenue_office_id
    join household_members m on m.household_id = e.household_id
    join accounts c on c.person_id = m.person_id and c.email = 'parent@exemple.fr'
    where e.account = 'household'
    group by v.gateway having sum(e.amount_cents) <> 0`);
  expect.soft(credit).toEqual([{ gateway: "payfip", cents: 600 }]);

  const [receipts] = await rows(`
    select count(*)::int as count, count(distinct f.view->>'gateway')::int as gateways from receipts f
    join household_members m on m.household_id = f.household_id
    join accounts c on c.person_id = m.person_id and c.email = 'parent@exemple.fr'`);
  expect.soft(receipts?.count).toBeGreaterThanOrEqual(3);
  expect.soft(receipts?.gateways).toBe(2);

  const invoices = await rows(`
    select i.total_cents - coalesce(sum(a.amount_cents), 0)::int as due from invoices i
    left join invoice_allocations a on a.invoice_id = i.id
    join household_members m on m.household_id = i.household_id
    join accounts c on c.person_id = m.person_id and c.email = 'parent@exemple.fr'
    group by i.id order by i.issued_at`);
  const unpaid = invoices.map(({ due }) => Number(due) > 0);
  expect.soft(unpaid, "an invoice that was paid, and two to pay").toEqual([false, true, true]);

  const changes = await rows(`
    select r.id ${ofRousseau} where not exists (select from reservation_changes h where h.reservation_id = r.id)`);
  expect.soft(changes, "reservations without their history").toEqual([]);
}

/** Children come on the next open day, weekends and bank holidays past, and the days gone by were pointed. */
async function expectPlanning(rows: Query, now: Date) {
  const today = dateOf(now);
  const [next] = await rows(`
    select min(o.date)::text as date from slot_occurrences o where o.taken > 10 and o.date >= '${today}'`);
  expect.soft(String(next?.date) <= addDays(today, 5), `children on ${next?.date}`).toBe(true);
  const [touches] = await rows("select count(*)::int as count from attendance_records");
  expect.soft(touches?.count).toBeGreaterThan(100);
}

async function expectAgentsHaveWork(rows: Query) {
  const [work] = await rows(`
    select (select count(*)::int from reservations where awaiting = 'approval') as requests,
      (select count(*)::int from reservations where status = 'cancellation_requested') as cancellations,
      (select count(*)::int from reservations where status = 'waitlisted') as waiting,
      (select count(*)::int from absences where status = 'awaiting_proof') as "withoutProof",
      (select count(*)::int from absences where status = 'to_review') as proved`);
  expect.soft(work?.waiting, "a waiting list with ranks").toBe(4);
  expect.soft(work?.requests, "requests to approve").toBeGreaterThanOrEqual(3);
  const late = [work?.cancellations, work?.withoutProof, work?.proved];
  expect
    .soft(
      late.every((count) => Number(count) <= 2),
      "a few late demands at the most",
    )
    .toBe(true);
}

/** Evenings of this month and the next one that Nahel can still be given. */
function freeEvenings(rows: Query, now: Date) {
  const months = [monthOf(dateOf(now)), addMonths(monthOf(dateOf(now)), 1)];
  return rows(`
    select o.date::text from persons p
    join enrollments e on e.child_id = p.id
    join slots s on s.activity_id = e.activity_id and s.label = 'Soir'
    join age_groups g on g.id = s.age_group_id
    join slot_occurrences o on o.slot_id = s.id and o.date between e.starts_on and e.ends_on
    where p.first_name = 'Nahel' and p.last_name = 'Rousseau' and to_char(o.date, 'YYYY-MM') in ('${months.join("', '")}')
      and extract(year from age(o.date, p.birth_date)) between g.min_age and g.max_age
      and o.booking_closes_at > ${at(now)} and o.taken < o.capacity and not exists (
        select from reservations r where r.child_id = p.id and r.occurrence_id = o.id and r.status <> 'cancelled'
      )`);
}

test("a town loaded when no school calendar is published opens nothing and invents nothing, but has all its people", async ({
  committed,
}) => {
  await seedTown(committed.db, new Date("2029-03-01T09:00:00Z"));
  const rows = (query: string) => rowsOf(committed, query);
  const [counts] = await rows(
    `select (select count(*)::int from households) as households,
      (select count(*)::int from slot_occurrences) as occurrences, (select count(*)::int from payments) as payments`,
  );
  expect(counts).toEqual({ households: 300, occurrences: 0, payments: 0 });
  await expectAccounts(rows);
  await expectOffices(rows);
});

/** The accounts of the demonstration, and what their families are. */
async function expectAccounts(rows: Query) {
  const known = await rows(`
    select email, role, person_id is not null as guardian, password_hash from accounts
    where email in ('parent@exemple.fr', 'parent2@exemple.fr', 'agent@exemple.fr', 'regie@exemple.fr', 'admin@exemple.fr')
    order by email collate "C"`);
  expect(known).toMatchObject([
    { email: "admin@exemple.fr", role: "admin", guardian: false },
    { email: "agent@exemple.fr", role: "site_manager", guardian: false },
    { email: "parent2@exemple.fr", role: null, guardian: true },
    { email: "parent@exemple.fr", role: null, guardian: true },
    { email: "regie@exemple.fr", role: "revenue_officer", guardian: false },
  ]);
  expect(await verifyPassword(String(known[0]?.password_hash), "Portail-Famille-2026")).toBe(true);

  const children = await rows(`
    select p.first_name, p.grade_level, q.value from accounts a
    join household_members g on g.person_id = a.person_id
    join household_members m on m.household_id = g.household_id and m.role = 'child'
    join persons p on p.id = m.person_id
    join income_quotients q on q.household_id = m.household_id
    where a.email = 'parent@exemple.fr' order by m.rank`);
  expect(children).toEqual([
    { first_name: "Nahel", grade_level: "CE1", value: 900 },
    { first_name: "Sohan", grade_level: "CP", value: 900 },
    { first_name: "Lisa", grade_level: "PS", value: 900 },
  ]);
}

/** One régie is on PayFiP, the other on Systempay with the key of its test shop. */
async function expectOffices(rows: Query) {
  const offices = await rows("select gateway, gateway_settings, gateway_secret from revenue_offices order by gateway");
  expect(offices).toMatchObject([
    { gateway: "payfip", gateway_settings: { numcli: "090909", saisie: "T" }, gateway_secret: null },
    { gateway: "systempay", gateway_settings: { siteId: "12345678", mode: "TEST" } },
  ]);
  expect(unseal(String(offices[1]?.gateway_secret))).toBe("1122334455667788");
}
