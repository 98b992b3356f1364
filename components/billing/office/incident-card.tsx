import { randomUUID } from "node:crypto";
import { agoInWords } from "@/components/ui/ago";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { IncidentView } from "@/lib/billing/office/queries/payment-page";
import { instantInWords } from "@/lib/core/format-date";
import { incidentTitle, incidentWords, resolutionWords } from "./office-words";
import { ResolveForm } from "./resolve-form";

type Props = { incident: IncidentView; now: Date; canResolve: boolean };

/** What an agent must look at, with its proof, and the form that closes it. */
export function IncidentCard({ incident, now, canResolve }: Props) {
  const { id, kind, at, paymentId, household, office, orderReference, amountCents } = incident;
  return (
    <Card aria-labelledby={`tache-${id} tache-${id}-objet`} className="p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`tache-${id}`} className="text-base font-semibold">
          {incidentTitle(kind)}
        </h2>
        <p className="text-sm text-ink-2">{agoInWords(at, now)}</p>
      </div>
      <p className="mt-1 max-w-prose text-sm text-ink-2">{incidentWords[kind]?.what}</p>
      <p id={`tache-${id}-objet`} className="mt-3 text-sm">
        {household && <span className="font-semibold">Famille {household}, </span>}
        {amountCents !== null && <Money cents={amountCents} />}
        {office && <span>, {office}</span>}
        {paymentId && (
          <>
            {" "}
            <Link
              href={`/admin/regie/paiements/${paymentId}`}
              className="break-all text-primary-strong underline underline-offset-3"
            >
              {orderReference}
            </Link>
          </>
        )}
      </p>
      {canResolve && (
        <ResolveForm incidentId={id} requestId={randomUUID()} amountCents={household ? amountCents : null} />
      )}
    </Card>
  );
}

/** What was closed lately, by whom, and why. */
export function ClosedIncidents({ incidents }: { incidents: IncidentView[] }) {
  if (incidents.length === 0) return null;
  return (
    <Card aria-labelledby="traites" className="mt-6 p-5">
      <h2 id="traites" className="mb-3">
        Traités récemment
      </h2>
      <ul className="grid gap-3 text-sm">
        {incidents.map(({ id, kind, household, resolvedAt, resolvedBy, resolution, note, paymentId }) => (
          <li key={id}>
            <Link
              href={`/admin/regie/paiements/${paymentId}`}
              className="font-medium text-primary-strong underline underline-offset-3"
            >
              {incidentTitle(kind)}
              {household && `, famille ${household}`}
            </Link>
            <span className="block text-ink-2">
              {resolution && resolutionWords[resolution]}. {note} ({resolvedBy ?? "le portail"}
              {resolvedAt && `, ${instantInWords(resolvedAt)}`})
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
