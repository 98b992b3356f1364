import { Download } from "lucide-react";
import type { QueueItem } from "@/components/queue/queue";
import { agoInWords } from "@/components/ui/ago";
import { ButtonLink } from "@/components/ui/button";
import { dayInWords, deadlineDayInWords } from "@/lib/core/format-date";
import { formatEuros } from "@/lib/core/money";
import type { WaitingAbsence } from "@/lib/reservations/absences/queries";

const reasons = { illness: "Maladie", other: "Autre motif" };

/** An absence as it waits in the queue: who, which services, the proof, and what excusing it would cost. */
export function absenceItem(absence: WaitingAbsence, now: Date): QueueItem {
  const { id, child, household, householdId, firstDay, lastDay, reason, declaredAt, declaredBy } = absence;
  const days = firstDay === lastDay ? dayInWords(firstDay) : `du ${dayInWords(firstDay)} au ${dayInWords(lastDay)}`;
  return {
    id,
    title: `${child}, ${days}`,
    subtitle: `${reasons[reason]} · famille ${household}${declaredBy ? ` · déclaré par ${declaredBy}` : ""}`,
    since: agoInWords(declaredAt, now),
    href: `/admin/familles/${householdId}`,
    warning: absence.hasProof ? undefined : waitingInWords(absence, now),
    details: <Details absence={absence} />,
  };
}

function waitingInWords({ proofDueAt }: WaitingAbsence, now: Date): string {
  if (!proofDueAt) return "Aucun justificatif.";
  const until = deadlineDayInWords(proofDueAt);
  return now < proofDueAt
    ? `Justificatif attendu jusqu’au ${until}.`
    : `Justificatif non reçu : le délai a pris fin le ${until}. L’absence reste facturée, sauf si vous l’excusez.`;
}

function Details({ absence: { places, note, document, hasProof } }: { absence: WaitingAbsence }) {
  const excused = places.filter(({ isCarence }) => !isCarence);
  const back = excused.reduce((sum, { paidCents }) => sum + paidCents, 0);
  const billed = excused.reduce((sum, { billedCents }) => sum + billedCents, 0);
  const unbilled = excused
    .filter(({ billedCents }) => billedCents === 0)
    .reduce((sum, { cents, paidCents }) => sum + cents - paidCents, 0);
  return (
    <div className="grid gap-3">
      <ul className="grid gap-0.5">
        {places.map(({ date, slot, activity, cents, isCarence }) => (
          <li key={`${date} ${slot}`}>
            <span className="font-semibold">{dayInWords(date)}</span> · {activity}, {slot} ·{" "}
            <span className="tabular-nums">{formatEuros(cents)}</span>
            {isCarence && <span className="text-ink-2"> (jour de carence, reste facturé)</span>}
          </li>
        ))}
      </ul>
      {note && <p className="max-w-prose">« {note} »</p>}
      <p className="text-ink-2">Excuser : {effectInWords({ back, unbilled, billed })}.</p>
      {document && (
        <p className="flex flex-wrap items-center gap-2">
          {document.mediaType.startsWith("image/") && (
            <ButtonLink href={`/api/documents/${document.id}/apercu`} target="_blank" size="small">
              Voir le justificatif
            </ButtonLink>
          )}
          <ButtonLink href={`/api/documents/${document.id}`} size="small">
            <Download className="size-4" />
            Télécharger
          </ButtonLink>
          <span className="text-ink-2">Document de santé : son ouverture est enregistrée à votre nom.</span>
        </p>
      )}
      {hasProof && !document && <p className="text-ink-2">Un justificatif de santé a été envoyé.</p>}
    </div>
  );
}

function effectInWords({ back, unbilled, billed }: { back: number; unbilled: number; billed: number }): string {
  const effects = [
    ...(back > 0 ? [`${formatEuros(back)} rendus sur le compte`] : []),
    ...(unbilled > 0 ? [`${formatEuros(unbilled)} non facturés`] : []),
    ...(billed > 0 ? [`${formatEuros(billed)} déjà facturés, rendus aussitôt par un avoir`] : []),
  ];
  return effects.join(", ") || "rien à rendre";
}
