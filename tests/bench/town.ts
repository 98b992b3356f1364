import { hashToken, newToken } from "@/lib/auth/token";
import type { Portal } from "./portal";

export type Family = { householdId: string; email: string; cookie: string; children: string[] };

/** Every family of the town, each signed in: a session of its own, written where signing in would have put it. */
export async function signEveryoneIn({ sql }: Pick<Portal, "sql">): Promise<Family[]> {
  const parents = await sql<{ accountId: string; email: string; householdId: string; children: string[] }[]>`
    select a.id as "accountId", a.email, m.household_id as "householdId",
      array(
        select person_id from household_members c where c.household_id = m.household_id and role = 'child'
          and not exists (select from custody_schedules s where s.child_id = c.person_id)
      ) as children
    from accounts a join household_members m on m.person_id = a.person_id and m.role = 'guardian'
    order by a.email`;
  const tokens = parents.map(() => newToken());
  await sql`
    insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at)
    select token_hash, account_id, now(), now(), now() + interval '1 day'
    from unnest(${tokens.map(hashToken)}::text[], ${parents.map(({ accountId }) => accountId)}::uuid[])
      as signed_in (token_hash, account_id)`;
  return parents.map(({ householdId, email, children }, index) => ({
    householdId,
    email,
    children,
    cookie: `portail-session=${tokens[index]}`,
  }));
}

/** One of them, by lot. */
export function anyOf<T>(choices: readonly T[]): T {
  const choice = choices[Math.floor(Math.random() * choices.length)];
  if (choice === undefined) throw new Error("Le banc n’a rien à tirer au sort.");
  return choice;
}

export type Opening = { slotIds: number[]; dates: string[] };

/** An activity like the evening one, open to every child of the town: for each slot as many places as asked, each day. */
export async function openActivity(
  { sql }: Pick<Portal, "sql">,
  { slots, days, capacity }: { slots: number; days: number; capacity: number },
): Promise<Opening> {
  const [activity] = await sql<{ id: string; tariffId: string }[]>`
    with evening as (select a.*, s.tariff_id from activities a join slots s on s.activity_id = a.id where s.label = 'Soir' limit 1),
    opened as (
      insert into activities (facility_id, revenue_office_id, name, kind, billing_mode, hold_minutes)
      select facility_id, revenue_office_id, 'Banc d’essai', kind, 'prepaid', 1440 from evening returning id
    )
    select opened.id, evening.tariff_id as "tariffId" from opened, evening`;
  if (!activity) throw new Error("La ville n’a pas d’accueil du soir.");

  await sql`
    insert into enrollments (child_id, activity_id, status, starts_on, ends_on, created_at)
    select distinct person_id, ${activity.id}::uuid, 'approved'::enrollment_status, current_date, current_date + 365, now()
    from household_members where role = 'child'`;
  const opened = await sql<{ id: number }[]>`
    insert into slots (activity_id, tariff_id, label, starts_at, ends_at, capacity, booking_deadline, cancellation_deadline)
    select ${activity.id}, ${activity.tariffId}, 'Créneau ' || n, '16:30', '18:30', ${capacity}, '{"kind":"none","time":"00:00"}', '{"kind":"none","time":"00:00"}'
    from generate_series(1, ${slots}::int) n returning id`;
  const slotIds = opened.map(({ id }) => id);
  const occurrences = await sql<{ date: string }[]>`
    insert into slot_occurrences (slot_id, date, capacity, booking_closes_at, cancellation_closes_at)
    select slot_id, current_date + 30 + day, ${capacity}, current_date + 29, current_date + 29
    from unnest(${slotIds}::int[]) slot_id, generate_series(1, ${days}::int) day
    returning date::text`;
  return { slotIds, dates: [...new Set(occurrences.map(({ date }) => date))].sort() };
}
