import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { addMinutes } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { serviceBegins } from "../service-begins";
import { answerBefore } from "./rules";

export type Demand = {
  kind: "requests" | "cancellations";
  /** The smallest of its reservations: names it in the queue. */
  id: number;
  householdId: string;
  household: string;
  child: string;
  activity: string;
  facility: string;
  askedAt: Date;
  askedBy: string | null;
  note: string | null;
  /** Sent after the deadline. */
  isLate: boolean;
  /** A cancellation that may still be granted, though the first of its services has begun. */
  hasBegun: boolean;
  places: {
    id: number;
    date: string;
    slot: string;
    taken: number;
    capacity: number;
    cents: number;
    paidCents: number;
  }[];
};

/** More than an agent decides in a morning; the oldest come first, so the others come next. */
const QUEUE_LENGTH = 100;

/**
 * What families ask for and an agent decides, the oldest first: requests that wait for approval and cancellations after
 * the deadline. What one child was asked for in one gesture, in one activity, is one item.
 */
export async function listDemands(ctx: Context): Promise<Demand[]> {
  authorize(ctx, "requests:review");

  const rows = await ctx.db.execute<Omit<Demand, "askedAt"> & { askedAt: string }>(sql`
    select
      case when r.status = 'requested' then 'requests' else 'cancellations' end as kind, min(r.id)::int as id,
      h.id as "householdId", h.name as household, p.first_name || ' ' || p.last_name as child, a.name as activity,
      f.name as facility, c.at as "askedAt", acc.display_name as "askedBy", max(c.note) as note,
      r.is_late as "isLate", min(${serviceBegins}) <= ${ctx.now.toISOString()} as "hasBegun",
      json_agg(json_build_object(
        'id', r.id, 'date', o.date, 'slot', s.label, 'taken', o.taken, 'capacity', o.capacity, 'cents', r.price_cents,
        'paidCents', r.paid_cents
      ) order by o.date, s.starts_at) as places
    from reservations r
    join lateral (
      select * from reservation_changes c where c.reservation_id = r.id order by c.id desc limit 1
    ) c on true
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    join facilities f on f.id = a.facility_id
    join households h on h.id = r.household_id
    join persons p on p.id = r.child_id
    left join accounts acc on acc.id = c.account_id
    where r.awaiting = 'approval' or r.status = 'cancellation_requested'
    group by r.status, r.is_late, h.id, p.id, a.id, f.id, c.at, acc.id
    order by c.at, min(r.id)
    limit ${QUEUE_LENGTH}`);
  return rows.map(({ askedAt, ...demand }) => ({ ...demand, askedAt: new Date(askedAt) }));
}

/**
 * How many places wait for an answer that cannot wait for the next working day, and how many requests of the last seven
 * days nobody answered before their service.
 */
export async function countUrgentDemands(ctx: Context): Promise<{ today: number; unanswered: number }> {
  authorize(ctx, "requests:review");

  const [row] = await ctx.db.execute<{ today: number; unanswered: number }>(sql`
    select
      (
        select count(*)::int from reservations r
        join slot_occurrences o on o.id = r.occurrence_id
        join slots s on s.id = o.slot_id
        where (r.awaiting = 'approval' or r.status = 'cancellation_requested')
          and ${serviceBegins} < ${answerBefore(ctx.now).toISOString()}
      ) as today,
      (${unansweredSince(sql`count(*)::int`, addMinutes(ctx.now, -7 * DAY))}) as unanswered`);
  return row ?? { today: 0, unanswered: 0 };
}

const DAY = 24 * 60;
/** How long a request that nobody answered stays in sight. */
const SHOWN_DAYS = 30;

export type UnansweredRequest = {
  id: number;
  date: string;
  slot: string;
  activity: string;
  facility: string;
  child: string;
  householdId: string;
  household: string;
  askedAt: Date;
};

/** The requests of the last month that ended without an answer, the last first. */
export async function listUnanswered(ctx: Context): Promise<UnansweredRequest[]> {
  authorize(ctx, "requests:review");

  const columns = sql`r.id::float8 as id, o.date, s.label as slot, a.name as activity, f.name as facility,
    p.first_name || ' ' || p.last_name as child, h.id as "householdId", h.name as household, r.requested_at as "askedAt"`;
  const rows = await ctx.db.execute<Omit<UnansweredRequest, "askedAt"> & { askedAt: string }>(sql`
    ${unansweredSince(columns, addMinutes(ctx.now, -SHOWN_DAYS * DAY))}
    order by c.id desc limit ${QUEUE_LENGTH}`);
  return rows.map(({ askedAt, ...request }) => ({ ...request, askedAt: new Date(askedAt) }));
}

const unansweredSince = (columns: SQL, since: Date): SQL => sql`
  select ${columns} from reservation_changes c
  join reservations r on r.id = c.reservation_id
  join slot_occurrences o on o.id = r.occurrence_id
  join slots s on s.id = o.slot_id
  join activities a on a.id = s.activity_id
  join facilities f on f.id = a.facility_id
  join households h on h.id = r.household_id
  join persons p on p.id = r.child_id
  where c.reason = 'unanswered' and c.at > ${since.toISOString()}`;
