import { hashToken, newToken } from "@/lib/auth/token";
import { send } from "./http";
import { load, type Measure } from "./load";
import type { Portal } from "./portal";
import { openActivity } from "./town";

const CHILDREN = 1_000;
const SLOTS = 8;
/** How many agents look at the same day, each on their own screen. */
const AGENTS = 4;

type Crowded = { date: string; slotId: number; cookie: string };
type Day = { planning: Measure; rollCall: Measure; changes: Measure; sheet: Measure };

/** A day on which a thousand children are booked, twice each: its planning, the list of a slot, what a tablet asks, a sheet. */
export async function measurePlanning(
  portal: Portal,
  note: (name: string, measuring: Promise<Measure>) => Promise<Measure>,
): Promise<Day> {
  const { date, slotId, cookie } = await crowdADay(portal);
  const ask = (path: string) => async () => {
    const { status } = await send(`${portal.url}${path}`, { headers: { cookie, accept: "text/html" } });
    if (status !== 200 && status !== 204) throw new Error(`${path} a répondu ${status}.`);
  };
  const day = `jour=${date}`;
  const measure = (name: string, path: string, requests: number) =>
    note(name, load(portal, { requests, warmUp: requests / 2, parents: AGENTS }, ask(path)));
  return {
    planning: await measure("Planning d’un jour de 1 000 enfants", `/admin/planning?${day}`, 200),
    rollCall: await measure("Pointage d’un créneau de 250 enfants", `/admin/pointage?${day}&creneau=${slotId}`, 100),
    changes: await measure("Ce qu’une tablette redemande", `/admin/pointage/etat?${day}&creneau=${slotId}`, 400),
    sheet: await measure("Feuille de 250 enfants en PDF", `/api/feuilles/${slotId}/pdf?${day}`, 6),
  };
}

async function crowdADay(portal: Portal): Promise<Crowded> {
  const { sql } = portal;
  const { slotIds } = await openActivity(portal, { slots: SLOTS, days: 1, capacity: CHILDREN });
  await sql`
    with child as (
      insert into persons (first_name, last_name, birth_date, created_at)
      select 'Enfant ' || n, 'Du banc', current_date - 1200 - (n * 3), now() from generate_series(1, ${CHILDREN}::int) n
      returning id
    ),
    numbered as (select id, row_number() over (order by id) as n from child),
    home as (select id from households order by id limit 1),
    member as (
      insert into household_members (household_id, person_id, role) select home.id, numbered.id, 'child' from numbered, home
    )
    insert into reservations (household_id, child_id, occurrence_id, status, price_cents, pricing, requested_at)
    select home.id, c.id, o.id, 'booked', 300, '{"tariff":"Banc","validFrom":"2026-01-01","category":"resident","method":"flat"}', now()
    from home, numbered c
    join lateral unnest(${slotIds}::int[]) with ordinality s (id, rank) on (c.n + s.rank) % ${SLOTS / 2}::int = 0
    join slot_occurrences o on o.slot_id = s.id`;
  // A tablet points today: the day has come.
  const [day] = await sql<{ date: string }[]>`
    update slot_occurrences set date = current_date where slot_id = any(${slotIds}::int[]) returning date::text`;
  await sql`vacuum (analyze)`;

  const token = newToken();
  await sql`
    insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at)
    select ${hashToken(token)}, id, now(), now(), now() + interval '1 day' from accounts where role = 'site_manager' limit 1`;
  return { date: day?.date ?? "", slotId: slotIds[0] ?? 0, cookie: `portail-session=${token}` };
}
