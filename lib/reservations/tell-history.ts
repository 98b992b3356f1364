import type { ReservationStatus } from "@/db/schema";
import { capitalized, instantInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import { cellWords, letterOf } from "./rules";

export type Change = {
  status: ReservationStatus;
  reason: string | null;
  note: string | null;
  effectCents: number;
  actorKind: string;
  /** Of a guardian, or of the agent who acted for the family; whoever decides is "la structure". */
  name: string | null;
  at: string;
};

const beginnings: Partial<Record<ReservationStatus, string>> = {
  requested: "Demandé",
  booked: "Réservé",
  waitlisted: "Inscrit en liste d’attente",
};

/** What each reason means; those that nobody decides say nothing of who. */
const reasons: Record<string, string> = {
  paid: "Payé",
  approved: "Accepté",
  not_approved: "Refusé",
  unanswered: "Demande restée sans réponse avant le service, place rendue",
  too_late: "Demande tardive",
  booked_anyway: "Réservé après le délai",
  cancelled_anyway: "Annulé après le délai",
  enrollment_ended: "Annulé, fin de l’inscription",
  withdrawn: "Demande retirée",
  hold_expired: "Demande non payée à temps, place rendue",
  in_time: "Annulé",
  late: "Annulation demandée",
  cancellation_undone: "Annulation reprise, réservé",
  cancellation_withdrawn: "Demande d’annulation retirée",
  cancellation_accepted: "Annulation acceptée",
  cancellation_refused: "Annulation refusée",
  absence_declared: "Absence déclarée",
  absence_excused: "Absence déclarée, excusée",
  absence_accepted: "Absence excusée",
  absence_refused: "Absence gardée facturée",
  proof_missing: "Justificatif non reçu à temps, absence gardée facturée",
  absence_withdrawn: "Absence retirée",
  offered: "Place proposée",
  offer_accepted: "Place acceptée",
  offer_declined: "Place refusée",
  offer_expired: "Place proposée mais non acceptée à temps",
  left_list: "Liste d’attente quittée",
  list_closed: "Liste d’attente close, aucune place ne s’est libérée",
  not_eligible: "Retiré de la liste d’attente",
  pattern_undone: "Retiré avec sa semaine type",
  closure: "Annulé pour fermeture",
  pointing_undone: "Pointage repris",
  unexpected: "Venu sans réservation, pointé",
  left_late: "Parti après l’heure",
};

/** What an agent points with the children before them. */
const pointed: Partial<Record<ReservationStatus, string>> = {
  attended: "Pointé présent",
  absent_charged: "Pointé absent",
};

/** "Demandé par Cédric Rousseau le lundi 7 septembre 2026 à 18 h 30": one sentence per change, the oldest first. */
export function historyInWords(changes: Change[]): string[] {
  return changes.map((change, index) => {
    const { reason, status, note, at, effectCents } = change;
    const what =
      (index === 0 && !(reason && reasons[reason]) && beginnings[status]) ||
      (reason === "pointed" && pointed[status]) ||
      (reason && reasons[reason]) ||
      capitalized(stateInWords(status));
    const by = whoInWords(change, index === 0);
    const money =
      effectCents < 0
        ? `, ${formatEuros(-effectCents)} rendus`
        : effectCents > 0
          ? `, ${formatEuros(effectCents)}`
          : "";
    const why = note ? ` : « ${note} »` : "";
    return `${what}${by} le ${instantInWords(new Date(at))}${money}${why}`;
  });
}

/** What a family does, or an agent for it; anything else that an agent does is a decision of the structure. */
const acts = new Set([
  "too_late",
  "booked_anyway",
  "cancelled_anyway",
  "withdrawn",
  "in_time",
  "late",
  "cancellation_undone",
  "cancellation_withdrawn",
  "absence_declared",
  "absence_excused",
  "absence_withdrawn",
  "offer_accepted",
  "offer_declined",
  "left_list",
]);

function whoInWords({ actorKind, name, reason }: Change, isFirst: boolean): string {
  if (actorKind === "guardian") return name ? ` par ${name}` : "";
  if (actorKind !== "agent") return "";
  const isAct = reason ? acts.has(reason) : isFirst;
  return isAct && name ? ` par l’accueil, ${shortName(name)}` : " par la structure";
}

/** "Marie D." */
function shortName(name: string): string {
  const [first = "", ...others] = name.split(" ");
  const initial = others.at(-1)?.charAt(0);
  return initial ? `${first} ${initial}.` : first;
}

function stateInWords(status: ReservationStatus): string {
  const letter = letterOf(status, null);
  return letter ? cellWords[letter] : "annulé";
}
