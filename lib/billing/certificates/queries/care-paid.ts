import { sql } from "drizzle-orm";
import { authorize } from "@/lib/core/authorize";
import { dateOf } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { type CareLine, carePaidOf, type InvoicePayment, isUnderSix } from "../rules";

type Person = { childId: string; firstName: string; lastName: string; birthDate: string | null; households: number };
export type ChildCare = {
  childId: string;
  child: string;
  birthDate: string;
  /** Of two households: each certifies its own part. */
  isShared: boolean;
  activities: { name: string; cents: number }[];
  cents: number;
  cesuCents: number;
};

/** What a place costs beside the care: the part that is none (a meal), and what an unannounced child adds. */
const notCare = sql`slots.non_care_cents
  + case when reservations.status = 'attended_unbooked' then activities.unbooked_surcharge_cents else 0 end`;
/** A late departure is no care, on its own line or, before it had one, on that of its place; it is never paid in advance. */
const notCareOfLine = sql`${notCare} + coalesce((l.pricing->>'latePickupCents')::int, 0)`;
/** Neither meals, nor what was paid for a day on which the child did not come. */
const isCare = sql`activities.is_childcare and activities.kind <> 'lunch' and reservations.status <> 'absent_charged'`;

/**
 * What a household paid in a civil year for the care of each child under six, to the cent, recomputed from reservations
 * and allocations (guarantee I27). A place paid in advance counts when it was paid, and no longer once it was given back.
 */
export async function listCarePaid(ctx: Context, householdId: string, year: number): Promise<ChildCare[]> {
  authorize(ctx, "receipts:read", { householdId });

  const [children, prepaid, billed] = await Promise.all([
    listChildren(ctx, householdId),
    listPrepaid(ctx, householdId, year),
    listBilled(ctx, householdId, year),
  ]);
  const paid = [...prepaid, ...billed];
  return children
    .filter(({ birthDate }) => isUnderSix(birthDate, year))
    .map(({ childId, firstName, lastName, birthDate, households }) => {
      const own = paid.filter((one) => one.childId === childId);
      const names = [...new Set(own.map(({ activity }) => activity))].toSorted();
      const activities = names
        .map((name) => ({ name, cents: sumOf(own.filter(({ activity }) => activity === name)) }))
        .filter(({ cents }) => cents > 0);
      return {
        childId,
        child: `${firstName} ${lastName}`,
        birthDate: birthDate ?? "",
        isShared: households > 1,
        activities,
        cents: sumOf(own),
        cesuCents: own.reduce((sum, { cesuCents }) => sum + cesuCents, 0),
      };
    });
}

type Paid = { childId: string; activity: string; cents: number; cesuCents: number };
const sumOf = (paid: Paid[]) => paid.reduce((sum, { cents }) => sum + cents, 0);

const listChildren = ({ db }: Context, householdId: string) =>
  db.execute<Person>(sql`
    select p.id as "childId", p.first_name as "firstName", p.last_name as "lastName", p.birth_date::text as "birthDate",
      (select count(*)::int from household_members o where o.person_id = p.id and o.role = 'child') as households
    from household_members m join persons p on p.id = m.person_id
    where m.household_id = ${householdId} and m.role = 'child' order by p.birth_date`);

/** Paid in advance and not given back since, on the day of its payment. */
async function listPrepaid({ db }: Context, householdId: string, year: number): Promise<Paid[]> {
  const rows = await db.execute<{ childId: string; activity: string; cents: number }>(sql`
    select reservations.child_id as "childId", activities.name as activity,
      sum(greatest(0, reservations.paid_cents - (${notCare})))::int as cents
    from reservations
    join slot_occurrences on slot_occurrences.id = reservations.occurrence_id
    join slots on slots.id = slot_occurrences.slot_id
    join activities on activities.id = slots.activity_id
    where reservations.household_id = ${householdId} and reservations.paid_cents > 0 and ${isCare}
      and extract(year from coalesce(
        (select max(c.at) from reservation_changes c
          where c.reservation_id = reservations.id and c.status = 'booked' and c.reason = 'paid'),
        (select max(k.settled_at) from checkout_lines l join checkouts k on k.id = l.checkout_id
          where l.reservation_id = reservations.id)
      ) at time zone 'Europe/Paris') = ${year}
    group by 1, 2`);
  return rows.map((row) => ({ ...row, cesuCents: 0 }));
}

type Line = { invoiceId: string; childId: string; activity: string; cents: number; careCents: number };
type Payment = { invoiceId: string; at: string; cents: number; isCesu: boolean };

/** What was put on invoices: when the payment came, or when the credit of the account was used. */
async function listBilled({ db }: Context, householdId: string, year: number): Promise<Paid[]> {
  const [lines, payments] = await Promise.all([
    db.execute<Line>(sql`
      select l.invoice_id as "invoiceId", l.child_id as "childId", activities.name as activity, l.cents,
        case when ${isCare} then greatest(0, l.cents - (${notCareOfLine})) else 0 end as "careCents"
      from invoice_lines l
      join invoices i on i.id = l.invoice_id and i.kind = 'invoice' and i.household_id = ${householdId}
      join reservations on reservations.id = l.reservation_id
      join slot_occurrences on slot_occurrences.id = reservations.occurrence_id
      join slots on slots.id = slot_occurrences.slot_id
      join activities on activities.id = slots.activity_id
      where not exists (select from invoice_lines c where c.credits_line_id = l.id)`),
    db.execute<Payment>(sql`
      select a.invoice_id as "invoiceId", coalesce(p.settled_at, a.at)::text as at, a.amount_cents as cents,
        coalesce(p.means = 'cesu', false) as "isCesu"
      from invoice_allocations a
      join invoices i on i.id = a.invoice_id and i.household_id = ${householdId}
      left join payments p on p.id = a.payment_id
      where a.credit_note_id is null`),
  ]);
  const invoiceIds = [...new Set(lines.map(({ invoiceId }) => invoiceId))];
  return invoiceIds.flatMap((invoiceId) => {
    const care = lines
      .filter((line) => line.invoiceId === invoiceId)
      .map(({ childId, activity, ...line }): CareLine => ({ key: `${childId} ${activity}`, ...line }));
    const paid = payments
      .filter((payment) => payment.invoiceId === invoiceId)
      .map(({ at, ...payment }): InvoicePayment => ({ on: dateOf(new Date(at)), ...payment }));
    return carePaidOf(care, paid, year).map(({ key, ...amounts }) => ({
      childId: key.slice(0, 36),
      activity: key.slice(37),
      ...amounts,
    }));
  });
}
