import { formatEuros } from "@/lib/core/money";
import type { AbsenceLine, AbsencePreview } from "@/lib/reservations/absences/rules";

/** What declaring would do to each service, and to the account. */
export function AbsenceEffects({ preview: { lines, backCents, proofUntil } }: { preview: AbsencePreview }) {
  return (
    <section className="effects" aria-label="Ce que cela change">
      <ul>
        {lines.map((line) => (
          <li key={line.label}>
            <span>{line.label}</span>
            <b data-outcome={line.outcome}>{effectOf(line)}</b>
          </li>
        ))}
      </ul>
      {backCents > 0 && <p>{formatEuros(backCents)} reviendront sur votre compte.</p>}
      {proofUntil && (
        <p>
          Un justificatif est demandé avant le {proofUntil}. Vous pourrez l’envoyer maintenant ou plus tard ; une fois
          accepté, l’absence n’est plus due.
        </p>
      )}
    </section>
  );
}

function effectOf({ outcome, priceCents }: AbsenceLine): string {
  if (outcome === "cancel") return "annulé sans frais";
  if (outcome === "excuse") return "absence excusée";
  const price = priceCents > 0 ? ` (${formatEuros(priceCents)})` : "";
  return outcome === "prove" ? `dû jusqu’au justificatif${price}` : `reste dû${price}`;
}
