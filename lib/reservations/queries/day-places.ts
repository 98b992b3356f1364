import { sql } from "drizzle-orm";
import type { AbsenceStatus, Awaiting, BillingMode, ReservationStatus } from "@/db/schema";
import { authorize, isAllowed } from "@/lib/core/authorize";
import type { CivilDate } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { deadlineInWords, instantInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { beginsAt, cancellationOf } from "../cancellations/rules";
import type { DayAct, DayProof } from "../rules";
import { type Change, historyInWords } from "../tell-history";
import { rankInWords } from "../waiting/rules";
import { turnOf } from "../waiting/turn-of";

type Row = {
  childId: string;
  slotId: number;
  date: CivilDate;
  startsAt: string;
  status: ReservationStatus;
  awaiting: Awaiting | null;
  holdExpiresAt: string | null;
  priceCents: number;
  paidCents: number;
  billing: BillingMode;
  cancellationClosesAt: string;
  /** Whether a place taken back would still be there. */
  isFree: boolean;
  rank: number | null;
  changes: Change[];
  absence: { id: string; status: AbsenceStatus; proofDueAt: string | null; hasProof: boolean } | null;
};

export type DayPlaces = Map<string, { history: string[]; act?: DayAct; proof?: DayProof }>;

/**
 * What the household's reservations of a day have gone through, and what may still be done with each, in words: by
 * "child slot". Places that were given up are told as well: two parents see who did what.
 */
export async function readDayPlaces(ctx: Context, householdId: string, date: CivilDate): Promise<DayPlaces> {
  authorize(ctx, "reservations:read", { householdId });

  const rows = await ctx.db.execute<Row>(sql`
    select r.child_id as "childId", o.slot_id as "slotId", o.date, s.starts_at as "startsAt", r.status, r.awaiting,
      r.hold_expires_at as "holdExpiresAt", r.price_cents as "priceCents", r.paid_cents as "paidCents",
      a.billing_mode as billing, o.cancellation_closes_at as "cancellationClosesAt",
      o.taken < o.capacity and o.waiting = 0 as "isFree",
      case when r.status = 'waitlisted' then (
        select count(*)::int from reservations w join households wh on wh.id = w.household_id
        where w.occurrence_id = r.occurrence_id and w.status = 'waitlisted'
          and (${turnOf(sql`wh`)}, w.id) <= (${turnOf(sql`h`)}, r.id)
      ) end as rank,
      coalesce((
        select json_agg(json_build_object(
          'status', c.status, 'reason', c.reason, 'note', c.note, 'effectCents', c.effect_cents,
          'actorKind', c.actor_kind, 'name', acc.display_name, 'at', c.at
        ) order by c.id)
        from reservation_changes c left join accounts acc on acc.id = c.account_id
        where c.reservation_id = r.id
      ), '[]') as changes,
      (
        select json_build_object(
          'id', b.id, 'status', b.status, 'proofDueAt', b.proof_due_at, 'hasProof', b.document_id is not null
        )
        from absence_places p join absences b on b.id = p.absence_id
        where p.reservation_id = r.id and b.status <> 'withdrawn'
        order by b.declared_at desc limit 1
      ) as absence
    from (select * from reservations where household_id = ${householdId} offset 0) r
    join slot_occurrences o on o.id = r.occurrence_id
    join slots s on s.id = o.slot_id
    join activities a on a.id = s.activity_id
    join households h on h.id = r.household_id
    where o.date = ${date}
    order by r.id`);

  const maySend = isAllowed(ctx.actor, "documents:write", { householdId });
  const places: DayPlaces = new Map();
  for (const row of rows) {
    const key = `${row.childId} ${row.slotId}`;
    const history = [...(places.get(key)?.history ?? []), ...historyInWords(row.changes), ...answerInWords(row)];
    places.set(key, { history, act: actOn(row, ctx), proof: proofOf(row, { now: ctx.now, maySend }) });
  }
  return places;
}

/** What becomes of a request that nobody answers, told while it waits. */
const answerInWords = (row: Row): string[] =>
  row.awaiting === "approval"
    ? [`Réponse attendue avant le ${instantInWords(beginsAt(row))} : sans elle, la place n’est pas réservée`]
    : [];

function actOn(row: Row, ctx: Context): DayAct | undefined {
  if (row.awaiting === "answer") return offerOf(row);
  if (row.status === "waitlisted" && row.rank) {
    return {
      kind: "leave",
      text: `Vous êtes ${rankInWords(row.rank)} d’attente. En la quittant, vous perdez ce rang.`,
    };
  }
  if (row.status === "cancellation_requested") {
    const text =
      ctx.now < beginsAt(row)
        ? "La structure va répondre. La place reste gardée, et due, jusque-là."
        : "La structure n’a pas répondu avant le service. Elle peut encore accepter ; la place reste due jusque-là.";
    return { kind: "unask", text };
  }
  if (row.absence && row.status.startsWith("absent")) return returnOf(row, ctx);
  return cancellationAct(row, ctx);
}

function offerOf({ holdExpiresAt, billing, priceCents }: Row): DayAct {
  const until = holdExpiresAt ? ` jusqu’au ${deadlineInWords(new Date(holdExpiresAt))}` : "";
  const pay = billing === "prepaid" ? ` Il faudra ensuite la payer : ${formatEuros(priceCents)}.` : "";
  return { kind: "accept", text: `Une place s’est libérée : elle est à vous${until}.${pay}` };
}

function cancellationAct(row: Row, ctx: Context): DayAct | undefined {
  const { now } = ctx;
  const closesAt = new Date(row.cancellationClosesAt);
  const limit = deadlineInWords(closesAt);
  switch (cancellationOf({ ...row, cancellationClosesAt: closesAt }, now)) {
    case "in_time":
      return { kind: "cancel", text: `Annulation sans frais jusqu’au ${limit}. ${backInWords(row, ctx)}` };
    case "late": {
      if (isAllowed(ctx.actor, "reservations:override")) {
        const text = `Le délai d’annulation est dépassé depuis le ${limit}. Vous pouvez annuler quand même : la famille lira pourquoi. ${backInWords(row, ctx)}`;
        return { kind: "cancel-anyway", text };
      }
      const due = row.paidCents > 0 ? "Rien n’est rendu" : "La place reste due";
      const text = `Le délai d’annulation est dépassé depuis le ${limit}. ${due}, sauf si la structure accepte.`;
      return { kind: "ask", text };
    }
    case "over":
      return undefined;
  }
}

/** Whose money it is, for who reads. */
const accountInWords = ({ actor }: Context): string =>
  actor.kind === "agent" ? "le compte de la famille" : "votre compte";

const backInWords = ({ paidCents, priceCents }: Row, ctx: Context): string => {
  if (paidCents > 0) return `${formatEuros(paidCents)} reviendront sur ${accountInWords(ctx)}.`;
  return priceCents > 0 ? "Rien ne sera facturé." : "";
};

/** An absence that nobody has decided, declared by mistake. */
function returnOf(row: Row, ctx: Context): DayAct | undefined {
  const { absence, isFree, billing, status, priceCents, paidCents } = row;
  const isOpen = absence && ["awaiting_proof", "to_review", "settled"].includes(absence.status);
  if (!isOpen || !isFree || ctx.now >= beginsAt(row)) return undefined;
  const again =
    billing === "prepaid" && status === "absent_excused" && priceCents > paidCents
      ? ` ${formatEuros(priceCents - paidCents)} seront repris sur ${accountInWords(ctx)}.`
      : "";
  return { kind: "return", text: `Déclarée par erreur ? La place est encore libre.${again}` };
}

function proofOf({ absence }: Row, { now, maySend }: { now: Date; maySend: boolean }): DayProof | undefined {
  if (!absence?.proofDueAt || (absence.status !== "awaiting_proof" && absence.status !== "to_review")) return undefined;
  const due = new Date(absence.proofDueAt);
  const until = deadlineInWords(due);
  return {
    absenceId: absence.id,
    canSend: maySend && now < due,
    text: absence.hasProof
      ? "Justificatif reçu : la structure va décider."
      : now < due
        ? `Justificatif attendu jusqu’au ${until}. Sans lui, l’absence reste facturée.`
        : `Le justificatif n’est pas arrivé avant le ${until}.`,
  };
}
