import { sql } from "drizzle-orm";
import type { AbsencePolicy, AbsenceReason, AbsenceStatus } from "@/db/schema";
import { authorize, isAllowed } from "@/lib/core/authorize";
import { addMinutes, daysFrom } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { unseal } from "@/lib/core/secrets";
import { isExcusable } from "./rules";

type Row = {
  id: string;
  householdId: string;
  household: string;
  childId: string;
  child: string;
  firstDay: string;
  lastDay: string;
  countedFrom: string;
  reason: AbsenceReason;
  status: AbsenceStatus;
  sealedNote: string | null;
  proofDueAt: string | null;
  declaredAt: string;
  declaredBy: string | null;
  document: { id: string; fileName: string; mediaType: string } | null;
  places: {
    date: string;
    slot: string;
    activity: string;
    cents: number;
    paidCents: number;
    /** What an invoice asks for it, to be credited when it is excused. */
    billedCents: number;
    policy: AbsencePolicy;
  }[];
};

export type WaitingAbsence = Awaited<ReturnType<typeof listWaitingAbsences>>[number];

const QUEUE_LENGTH = 100;

/** How long an absence that ended without its proof stays in sight: a certificate may still come to the counter. */
const UNPROVEN_DAYS = 30;

/**
 * Absences that wait for an agent: those whose proof has come first, then those that still await it, then those that have
 * just ended without; the oldest before the others. What the family wrote and the proof are for those who may read health
 * records.
 */
export async function listWaitingAbsences(ctx: Context) {
  authorize(ctx, "requests:review");

  const mayReadHealth = isAllowed(ctx.actor, "health:read");
  const rows = await ctx.db.execute<Row>(sql`
    select b.id, h.id as "householdId", h.name as household, p.id as "childId",
      p.first_name || ' ' || p.last_name as child, b.first_day as "firstDay", b.last_day as "lastDay",
      b.counted_from as "countedFrom", b.reason, b.status, b.sealed_note as "sealedNote", b.proof_due_at as "proofDueAt",
      b.declared_at as "declaredAt", acc.display_name as "declaredBy",
      (
        select json_build_object('id', d.id, 'fileName', d.file_name, 'mediaType', d.media_type)
        from documents d where d.id = b.document_id
      ) as document,
      coalesce((
        select json_agg(json_build_object(
          'date', o.date, 'slot', s.label, 'activity', a.name, 'cents', r.price_cents, 'paidCents', r.paid_cents,
          'billedCents', coalesce((
            select sum(l.cents) from billed_reservations br join invoice_lines l on l.id = br.line_id
            where br.reservation_id = r.id
          ), 0), 'policy', a.absence_policy
        ) order by o.date, s.starts_at)
        from absence_places ap
        join reservations r on r.id = ap.reservation_id and r.status = 'absent_charged'
        join slot_occurrences o on o.id = r.occurrence_id
        join slots s on s.id = o.slot_id
        join activities a on a.id = s.activity_id
        where ap.absence_id = b.id
      ), '[]') as places
    from absences b
    join households h on h.id = b.household_id
    join persons p on p.id = b.child_id
    left join accounts acc on acc.id = b.declared_by
    where b.status in ('awaiting_proof', 'to_review') or (b.status = 'charged' and b.decided_by is null
      and b.decided_at > ${addMinutes(ctx.now, -UNPROVEN_DAYS * 24 * 60).toISOString()})
    order by b.status = 'to_review' desc, b.status = 'awaiting_proof' desc, b.declared_at, b.id
    limit ${QUEUE_LENGTH}`);
  return rows.map(({ sealedNote, document, places, proofDueAt, declaredAt, ...absence }) => ({
    ...absence,
    declaredAt: new Date(declaredAt),
    proofDueAt: proofDueAt ? new Date(proofDueAt) : null,
    note: sealedNote && mayReadHealth ? unseal(sealedNote, absence.childId) : null,
    hasProof: document !== null,
    document: mayReadHealth ? document : null,
    places: places.map(({ policy, ...place }) => ({
      ...place,
      /** Kept charged whatever is decided: a day of carence, or beyond the most. */
      isCarence: !isExcusable(policy, daysFrom(absence.countedFrom, place.date)),
    })),
  }));
}
