import { sql } from "drizzle-orm";
import { remainingDue } from "@/lib/billing/invoices/remaining-due";
import { authorize } from "@/lib/core/authorize";
import { addDays, type CivilDate, dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { dayInWords } from "@/lib/core/format-date";
import { listPublications } from "@/lib/documents/publications/queries";
import { getHouseholdDocuments } from "@/lib/documents/queries";
import { isToSend } from "@/lib/documents/rules";
import { dayAt, readCells } from "@/lib/reservations/queries/cells";
import { type GridFacts, readGrid } from "@/lib/reservations/queries/grid";
import type { CellCode } from "@/lib/reservations/rules";

/** How far ahead the home page looks for the next days that open. */
const HORIZON_DAYS = 21;
const SHOWN_DAYS = 5;

type Facts = {
  creditCents: number;
  lastReceiptAt: string | null;
  toPay: string[];
  awaitingApproval: number;
  offers: number;
  offersUntil: string | null;
  dueCents: number;
  dueCount: number;
  dueOn: CivilDate | null;
  toComplete: number;
  opening: { activity: string; at: number; firstDay: CivilDate; lastDay: CivilDate } | null;
};

/** The last things that the structure put here. */
const SHOWN_NEWS = 3;

/** What a family comes for, in one look: eight statements, whatever it has. */
export async function getFamilyHome(ctx: Context, householdId: string) {
  authorize(ctx, "household:read", { householdId });

  const today = dateOf(ctx.now);
  const [facts, [row], { asked }, publications] = await Promise.all([
    readGrid(ctx, householdId, today, addDays(today, HORIZON_DAYS)),
    ctx.db.execute<Facts>(factsOf(householdId, ctx.now)),
    getHouseholdDocuments(ctx, householdId),
    listPublications(ctx, householdId),
  ]);
  if (!row) throw new DomainError("not_found");

  const { letters } = readCells(facts, ctx);
  const { slots, household } = facts;
  const days = [...new Set(slots.flatMap(({ dates }) => dates))].sort().slice(0, SHOWN_DAYS);
  return {
    toPay: row.toPay,
    nextDeadline: nextDeadline(facts, ctx.now) ?? null,
    opening: row.opening && { ...row.opening, at: new Date(row.opening.at) },
    awaitingApproval: row.awaitingApproval,
    offers: row.offersUntil ? { count: row.offers, until: new Date(row.offersUntil) } : null,
    due: row.dueOn ? { cents: row.dueCents, count: row.dueCount, on: row.dueOn } : null,
    creditCents: row.creditCents,
    lastReceiptOn: row.lastReceiptAt ? dateOf(new Date(row.lastReceiptAt)) : null,
    papers: { ...papersOf(asked), blocking: [...new Set(household.papers.flatMap(({ names }) => names))] },
    newPublications: publications.filter(({ isNew }) => isNew).length,
    news: publications
      .slice(0, SHOWN_NEWS)
      .map(({ id, title, fileAt, isNew }) => ({ id, title, putOn: dateOf(fileAt), isNew })),
    toComplete: row.toComplete,
    week: {
      days,
      children: household.children.map((child) => ({
        firstName: child.firstName,
        rank: child.rank,
        days: days.map((date) =>
          slots.flatMap((slot) => {
            const code = letters(child, slot, [date]);
            return isBooking(code) ? [{ label: slot.label, code }] : [];
          }),
        ),
      })),
    },
  };
}

const factsOf = (householdId: string, now: Date) => sql`
  with due as (
    select ${remainingDue} as cents, due_on from invoices where household_id = ${householdId} and kind = 'invoice'
  )
  select
    coalesce((
      select -sum(amount_cents) from ledger_entries where account = 'household' and household_id = ${householdId}
    ), 0)::int as "creditCents",
    (select max(issued_at) from receipts where household_id = ${householdId}) as "lastReceiptAt",
    array(
      select distinct p.first_name from reservations r join persons p on p.id = r.child_id
      where r.household_id = ${householdId} and r.awaiting = 'payment' and r.hold_expires_at > ${now.toISOString()}
      order by 1
    ) as "toPay",
    (select count(*)::int from reservations where household_id = ${householdId} and awaiting = 'approval')
      as "awaitingApproval",
    offers.count as offers, offers.until as "offersUntil",
    (select coalesce(sum(cents), 0)::int from due where cents > 0) as "dueCents",
    (select count(*)::int from due where cents > 0) as "dueCount",
    (select min(due_on) from due where cents > 0) as "dueOn",
    (
      select count(*)::int from enrollments
      where household_id = ${householdId} and status = 'incomplete' and ends_on >= ${dateOf(now)}
    ) as "toComplete",
    (${nextOpening(householdId, now)}) as opening
  from (
    select count(*)::int as count, min(hold_expires_at) as until from reservations
    where household_id = ${householdId} and awaiting = 'answer' and hold_expires_at > ${now.toISOString()}
  ) offers`;

/** The next days to open among the activities of the household's children. */
const nextOpening = (householdId: string, now: Date) => sql`
  select json_build_object(
    'activity', a.name, 'at', extract(epoch from opens.at)::bigint * 1000, 'firstDay', w.first_day, 'lastDay', w.last_day
  )
  from households h
  join booking_windows w on w.last_day >= ${dateOf(now)}
  join activities a on a.id = w.activity_id and a.archived_at is null
  cross join lateral (
    select case when h.tariff_category = 'resident' then coalesce(w.residents_open_at, w.opens_at) else w.opens_at end as at
  ) opens
  where h.id = ${householdId} and opens.at > ${now.toISOString()} and (a.enrollment = 'none' or exists (
    select from household_members m join enrollments e on e.child_id = m.person_id
    where m.household_id = h.id and m.role = 'child' and e.activity_id = a.id and e.status = 'approved'
      and e.starts_on <= w.last_day and e.ends_on >= w.first_day
  ))
  order by opens.at limit 1`;

/** What is still to send, and what will soon be: the names of the first ones say more than a number. */
function papersOf(asked: Awaited<ReturnType<typeof getHouseholdDocuments>>["asked"]) {
  const nameOf = ({ requirement, member }: (typeof asked)[number]) =>
    member ? `${requirement.label} (${member.firstName})` : requirement.label;
  const expiring = asked.filter(({ state }) => state === "expiring").map(nameOf);
  const missing = asked.filter(({ state }) => isToSend(state) && state !== "expiring").map(nameOf);
  return { missing, expiring };
}

/** Letters that say that something is booked or asked for. */
const isBooking = (code: string): code is CellCode => "RAPVLWNFET".includes(code);

/** The first end of booking to come, and of what: "Repas du lundi 14 septembre". */
function nextDeadline({ household, slots }: GridFacts, now: Date) {
  const ahead = slots.flatMap((slot) =>
    slot.dates.flatMap((date, index) => {
      const { closesAt, opensAt, closed } = dayAt(slot, date, index, household.category);
      const isOpen = closed === null && (opensAt ?? 0) <= now.getTime() && now.getTime() < closesAt;
      return isOpen ? [{ closesAt, label: slot.label, date }] : [];
    }),
  );
  const [next] = ahead.sort((a, b) => a.closesAt - b.closesAt);
  return next && { closesAt: new Date(next.closesAt), label: `${next.label} du ${dayInWords(next.date)}` };
}
